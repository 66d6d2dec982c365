package dev.ariadne.habits;

import java.time.Duration;
import java.util.concurrent.Callable;

import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundTaskState;
import dev.ariadne.test.AriadneProbe;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An application that is loaded, run and closed as often as its developer changes a class.
 */
public final class RestartedApplication implements Callable<ClassLoader> {

    /** Runs the application until its task runs, closes it, and returns the class loader of the task. */
    @Override
    public ClassLoader call() throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .properties("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox",
                    "spring.jmx.enabled=false")
            .run()) {
            context.getBean(AriadneProbe.class).awaitTask("alice", "poll", BackgroundTaskState.RUNNING);
            return context.getBean(Poller.class).getClass().getClassLoader();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({ AriadneProbe.class, Poller.class })
    static class Application {

    }

    static class Poller {

        @AriadneBackground("poll")
        void poll(BackgroundContext context) throws InterruptedException {
            context.sleep(Duration.ofHours(1));
        }

    }

}
