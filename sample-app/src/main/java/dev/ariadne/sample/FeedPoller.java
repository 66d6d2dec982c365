package dev.ariadne.sample;

import java.time.Duration;

import dev.ariadne.Ariadne;
import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A task per account: once for each, from its launch to its shutdown.
 */
@Component
class FeedPoller {

    private static final Logger logger = LoggerFactory.getLogger(FeedPoller.class);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    @AriadneBackground
    void poll(Ariadne ariadne, BackgroundContext context) throws InterruptedException {
        while (context.isActive()) {
            logger.info("{} polls its feed", ariadne.name());
            context.sleep(PAUSE);
        }
    }

}
