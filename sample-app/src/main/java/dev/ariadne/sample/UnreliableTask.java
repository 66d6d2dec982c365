package dev.ariadne.sample;

import java.time.Duration;

import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A task that fails twice, is run again each time, and then goes on.
 */
@Component
class UnreliableTask {

    private static final Logger logger = LoggerFactory.getLogger(UnreliableTask.class);

    private static final int GOOD_RUN = 3;

    @AriadneBackground(accounts = "${sample.unreliable.accounts:}")
    void work(BackgroundContext context) throws InterruptedException {
        if (context.run() < GOOD_RUN) {
            throw new IllegalStateException("the feed is not there yet");
        }
        logger.info("Run {} works", context.run());
        while (context.isActive()) {
            context.sleep(Duration.ofHours(1));
        }
    }

}
