package dev.ariadne.habits;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountStatus;
import dev.ariadne.autoconfigure.AriadneAutoConfiguration;
import dev.ariadne.autoconfigure.BackgroundAutoConfiguration;
import dev.ariadne.autoconfigure.MiraiAutoConfiguration;
import dev.ariadne.autoconfigure.SandboxAutoConfiguration;
import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundTasks;
import dev.ariadne.connector.sandbox.Sandbox;
import dev.ariadne.connector.sandbox.SandboxAccount;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.test.AriadneProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application in a class loader of its own, as that of an executable jar, and threads of others, which know nothing
 * of that: such as the one on which the JDK's HTTP client reads from a link.
 */
class ContextClassLoaderTests {

    /** More than there are idle threads of listeners. */
    private static final int MESSAGES = 6;

    private final ClassLoader loader = new URLClassLoader(new URL[0], ContextClassLoaderTests.class.getClassLoader());

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                MiraiAutoConfiguration.class, SandboxAutoConfiguration.class))
        .withClassLoader(this.loader)
        .withBean(AriadneProbe.class)
        .withBean("bot", Bot.class)
        .withPropertyValues("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox");

    @Test
    void whenAThreadOfOthersTellsOfMessagesAndAddsTasksThenTheirThreadsHaveTheClassLoaderOfTheApplication() {
        this.runner.run((context) -> {
            Bot bot = context.getBean(Bot.class);
            assertThat(next(bot.runs)).isSameAs(this.loader);
            onThreadOfOthers(() -> talk(context));
            assertListeners(bot);
            onThreadOfOthers(() -> context.getBean(BackgroundTasks.class).add("added", (task) -> bot.run()));
            assertThat(next(bot.runs)).isSameAs(this.loader);
        });
    }

    @Test
    void whenAThreadOfOthersStartsTheApplicationAnewThenItsThreadsHaveTheClassLoaderOfTheApplication() {
        this.runner.run((context) -> {
            Bot bot = context.getBean(Bot.class);
            assertThat(next(bot.runs)).isSameAs(this.loader);
            onThreadOfOthers(() -> {
                context.getSourceApplicationContext().stop();
                context.getSourceApplicationContext().start();
                talk(context);
            });
            assertThat(next(bot.runs)).isSameAs(this.loader);
            assertListeners(bot);
        });
    }

    private static void talk(ApplicationContext context) throws InterruptedException {
        context.getBean(AriadneProbe.class).awaitStatus("alice", AccountStatus.ONLINE);
        SandboxAccount alice = context.getBean(Sandbox.class).account("alice");
        for (int friend = 0; friend < MESSAGES; friend++) {
            alice.friendSays(20001 + friend, "hello");
        }
    }

    private static void onThreadOfOthers(Action action) {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                action.run();
                done.complete(null);
            }
            catch (Exception | AssertionError ex) {
                done.completeExceptionally(ex);
            }
        });
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        done.join();
    }

    private void assertListeners(Bot bot) throws InterruptedException {
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(next(bot.listeners)).isSameAs(this.loader);
        }
    }

    private static @Nullable ClassLoader next(BlockingQueue<ClassLoader> seen) throws InterruptedException {
        return seen.poll(10, TimeUnit.SECONDS);
    }

    @FunctionalInterface
    interface Action {

        void run() throws Exception;

    }

    static class Bot {

        final BlockingQueue<ClassLoader> runs = new LinkedBlockingQueue<>();

        final BlockingQueue<ClassLoader> listeners = new LinkedBlockingQueue<>();

        private final CountDownLatch all = new CountDownLatch(MESSAGES);

        @AriadneBackground
        void run() {
            this.runs.add(Thread.currentThread().getContextClassLoader());
        }

        @EventListener
        void on(FriendMessage message) throws InterruptedException {
            this.listeners.add(Thread.currentThread().getContextClassLoader());
            this.all.countDown();
            assertThat(this.all.await(10, TimeUnit.SECONDS)).isTrue();
        }

    }

}
