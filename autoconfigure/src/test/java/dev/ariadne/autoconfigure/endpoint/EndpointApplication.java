package dev.ariadne.autoconfigure.endpoint;

import java.io.IOException;
import java.time.Duration;

import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundScope;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * An application with tasks of each kind that an operator meets.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EndpointApplication {

    @Bean
    Ticker ticker() {
        return new Ticker();
    }

    @Bean
    Flaky flaky() {
        return new Flaky();
    }

    static class Ticker {

        @AriadneBackground
        void tick(BackgroundContext context) throws InterruptedException {
            sleepUntilStopped(context);
        }

        @AriadneBackground(name = "heartbeat", scope = BackgroundScope.APPLICATION)
        void beat(BackgroundContext context) throws InterruptedException {
            sleepUntilStopped(context);
        }

        private static void sleepUntilStopped(BackgroundContext context) throws InterruptedException {
            while (context.isActive()) {
                context.sleep(Duration.ofMinutes(1));
            }
        }

    }

    static class Flaky {

        @AriadneBackground(accounts = "bob")
        void poll() throws IOException {
            throw new IOException("the feed is gone");
        }

    }

}
