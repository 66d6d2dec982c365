package dev.ariadne.autoconfigure.context;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.ariadne.Ariadne;
import dev.ariadne.CurrentAriadne;
import dev.ariadne.autoconfigure.AriadneAutoConfiguration;
import dev.ariadne.autoconfigure.MiraiAutoConfiguration;
import dev.ariadne.autoconfigure.SandboxAutoConfiguration;
import dev.ariadne.event.AccountLaunchedEvent;
import io.micrometer.context.ContextSnapshotFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class AriadneThreadLocalAccessorTests {

    @Test
    void whenAnAsynchronousListenerIsCalledThenItsAccountIsCurrent() {
        new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, MiraiAutoConfiguration.class,
                    SandboxAutoConfiguration.class, TaskExecutionAutoConfiguration.class))
            .withUserConfiguration(Config.class)
            .withPropertyValues("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox",
                    "spring.task.execution.propagate-context=true")
            .run((context) -> assertThat(context.getBean(Listener.class).account().get(10, TimeUnit.SECONDS))
                .isEqualTo("alice"));
    }

    @Test
    void whenAContextIsRestoredThenTheThreadIsLeftAsItWas() throws Exception {
        Ariadne alice = mock();
        ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();
        try (CurrentAriadne.Scope scope = CurrentAriadne.bind(alice)) {
            Runnable isAlice = () -> assertThat(CurrentAriadne.get()).isSameAs(alice);
            Runnable check = snapshots.captureAll().wrap(isAlice);
            CompletableFuture.runAsync(() -> {
                check.run();
                assertThat(CurrentAriadne.get()).isNull();
            }).get(10, TimeUnit.SECONDS);
        }
        assertThat(CurrentAriadne.get()).isNull();
    }

    static class Listener {

        private final CompletableFuture<String> account = new CompletableFuture<>();

        /** A method, because fields of a proxy are not those of the bean. */
        CompletableFuture<String> account() {
            return this.account;
        }

        @Async
        @EventListener
        void on(AccountLaunchedEvent event) {
            this.account.complete(Ariadne.current().name() + (Thread.currentThread().getName().contains("listener")
                    ? " on its own thread" : ""));
        }

    }

    @Configuration(proxyBeanMethods = false)
    @EnableAsync(proxyTargetClass = true)
    static class Config {

        @Bean
        Listener listener() {
            return new Listener();
        }

    }

}
