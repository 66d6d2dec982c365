package dev.ariadne.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundScope;
import dev.ariadne.background.OnStop;
import dev.ariadne.event.AriadneLifecycleEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * An application without a web server, for tests of the process as a whole. Which tasks it has, its properties say.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ChildApplication {

    public static void main(String[] args) {
        SpringApplication.run(ChildApplication.class, args);
        say("main has returned");
    }

    private static void say(String line) {
        System.out.println(line);
    }

    @EventListener
    void on(AriadneLifecycleEvent event) {
        say(event.toString());
    }

    @Bean
    @ConditionalOnProperty("test.behaved")
    Behaved behaved() {
        return new Behaved();
    }

    @Bean
    @ConditionalOnProperty("test.deaf")
    Deaf deaf() {
        return new Deaf();
    }

    @Bean
    @ConditionalOnProperty("test.failing")
    Failing failing() {
        return new Failing();
    }

    @Bean
    @ConditionalOnProperty("test.exhausted")
    Exhausted exhausted() {
        return new Exhausted();
    }

    static class Behaved {

        @AriadneBackground
        void run(BackgroundContext context) throws InterruptedException {
            context.sleep(Duration.ofHours(1));
        }

        @AriadneBackground(onStop = OnStop.AWAIT)
        void finish(BackgroundContext context) {
            while (context.isActive()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            say("finished in peace, interrupted: " + Thread.currentThread().isInterrupted());
        }

    }

    static class Deaf {

        @AriadneBackground
        void listenToNobody() {
            while (true) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                Thread.interrupted();
            }
        }

    }

    static class Failing {

        @AriadneBackground
        void run() {
            throw new IllegalStateException("fails on purpose");
        }

    }

    static class Exhausted {

        @AriadneBackground(scope = BackgroundScope.APPLICATION)
        void run() {
            throw new IllegalStateException("fails on purpose");
        }

    }

}
