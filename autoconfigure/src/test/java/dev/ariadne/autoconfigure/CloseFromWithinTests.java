package dev.ariadne.autoconfigure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.ariadne.background.BackgroundTasks;
import dev.ariadne.connector.sandbox.Sandbox;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountShutdownEvent;
import dev.ariadne.event.ApplicationShutdownEvent;
import dev.ariadne.event.AriadneLifecycleEvent;
import dev.ariadne.event.message.FriendMessage;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Code of accounts that closes the application context: nothing waits for itself, and everybody is told.
 */
class CloseFromWithinTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                MiraiAutoConfiguration.class, SandboxAutoConfiguration.class))
        .withUserConfiguration(Config.class)
        .withPropertyValues("ariadne.default-account=alice", "ariadne.accounts.alice.id=10001",
                "ariadne.accounts.alice.connector=sandbox", "ariadne.accounts.bob.id=10002",
                "ariadne.accounts.bob.connector=sandbox");

    @Test
    void whenATaskClosesTheContextThenItIsNotInterruptedAndEveryEventComes() {
        this.runner.run((context) -> {
            ConfigurableApplicationContext closed = context.getSourceApplicationContext();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Listener listener = context.getBean(Listener.class);
            await().until(() -> listener.count(AccountLaunchedEvent.class) == 2);
            context.getBean(BackgroundTasks.class).add("closer", (task) -> {
                if (task.ariadne().name().equals("alice")) {
                    closed.close();
                    interrupted.complete(Thread.currentThread().isInterrupted() || task.isActive());
                }
            });
            assertThat(interrupted.get(20, TimeUnit.SECONDS)).isFalse();
            assertThat(listener.count(AccountShutdownEvent.class)).isEqualTo(2);
            assertThat(listener.count(ApplicationShutdownEvent.class)).isEqualTo(1);
        });
    }

    @Test
    void whenAListenerClosesTheContextThenItIsNotInterruptedAndEveryEventComes() {
        this.runner.run((context) -> {
            Listener listener = context.getBean(Listener.class);
            await().until(() -> listener.count(AccountLaunchedEvent.class) == 2);
            listener.context.complete(context.getSourceApplicationContext());
            context.getBean(Sandbox.class).account("alice").friendSays(20001, "shut down");
            assertThat(listener.interrupted.get(20, TimeUnit.SECONDS)).isFalse();
            assertThat(listener.count(AccountShutdownEvent.class)).isEqualTo(2);
            assertThat(listener.count(ApplicationShutdownEvent.class)).isEqualTo(1);
        });
    }

    static class Listener {

        final CompletableFuture<ConfigurableApplicationContext> context = new CompletableFuture<>();

        final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

        private final List<AriadneLifecycleEvent> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(AriadneLifecycleEvent event) {
            this.events.add(event);
        }

        @EventListener
        void on(FriendMessage message) throws Exception {
            this.context.get().close();
            this.interrupted.complete(Thread.currentThread().isInterrupted());
        }

        long count(Class<?> type) {
            return this.events.stream().filter(type::isInstance).count();
        }

    }

    @Configuration(proxyBeanMethods = false)
    static class Config {

        @Bean
        Listener listener() {
            return new Listener();
        }

    }

}
