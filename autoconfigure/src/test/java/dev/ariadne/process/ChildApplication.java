package dev.ariadne.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundScope;
import dev.ariadne.background.OnStop;
import dev.ariadne.connector.sandbox.Sandbox;
import dev.ariadne.connector.sandbox.SandboxAccount;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountOnlineEvent;
import dev.ariadne.event.ApplicationLaunchedEvent;
import dev.ariadne.event.AriadneLifecycleEvent;
import dev.ariadne.event.message.FriendMessage;
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

    @Bean
    @ConditionalOnProperty("test.slow-launch")
    SlowLaunch slowLaunch() {
        return new SlowLaunch();
    }

    @Bean
    @ConditionalOnProperty("test.flooded")
    Flooded flooded(Sandbox sandbox) {
        return new Flooded(sandbox.account("alice"));
    }

    @Bean
    @ConditionalOnProperty("test.greedy")
    Greedy greedy() {
        return new Greedy();
    }

    @Bean
    @ConditionalOnProperty("test.exiting")
    Exiting exiting() {
        return new Exiting();
    }

    static class SlowLaunch {

        @EventListener
        void on(ApplicationLaunchedEvent event) {
            say("launching slowly");
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        }

    }

    static class Flooded {

        private final SandboxAccount account;

        Flooded(SandboxAccount account) {
            this.account = account;
        }

        @EventListener
        void on(AccountOnlineEvent event) {
            IntStream.range(0, 2000).forEach((i) -> this.account.friendSays(i % 100, "message " + i));
            say("flooded");
        }

        @EventListener
        void on(FriendMessage message) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }

    }

    static class Greedy {

        @AriadneBackground
        void eat() {
            List<byte[]> eaten = new ArrayList<>();
            while (true) {
                eaten.add(new byte[4 * 1024 * 1024]);
                say("has eaten " + eaten.size() + " times");
            }
        }

    }

    static class Exiting {

        @EventListener
        void on(AccountLaunchedEvent event) {
            say("exiting");
            System.exit(3);
        }

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
