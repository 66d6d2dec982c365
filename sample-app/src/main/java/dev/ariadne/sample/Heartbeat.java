package dev.ariadne.sample;

import java.time.Duration;

import dev.ariadne.Accounts;
import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundScope;
import dev.ariadne.background.BackgroundTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A task of the application: one, whatever the number of accounts.
 */
@Component
@AriadneBackground(scope = BackgroundScope.APPLICATION)
class Heartbeat implements BackgroundTask {

    private static final Logger logger = LoggerFactory.getLogger(Heartbeat.class);

    private final Accounts accounts;

    Heartbeat(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(BackgroundContext context) throws InterruptedException {
        while (context.isActive()) {
            this.accounts.forEach((ariadne) -> logger.info("{} is {}", ariadne.name(), ariadne.status()));
            context.sleep(Duration.ofMinutes(1));
        }
    }

}
