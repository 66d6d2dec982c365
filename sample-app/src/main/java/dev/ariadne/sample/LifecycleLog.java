package dev.ariadne.sample;

import dev.ariadne.event.AccountConnectionFailedEvent;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountShutdownEvent;
import dev.ariadne.event.ApplicationLaunchedEvent;
import dev.ariadne.event.ApplicationShutdownEvent;
import dev.ariadne.event.BackgroundTaskFailedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shows which events there are, and when they come.
 */
@Component
class LifecycleLog {

    private static final Logger logger = LoggerFactory.getLogger(LifecycleLog.class);

    @EventListener
    void on(ApplicationLaunchedEvent event) {
        logger.info("The application is launched; its default account is {}", event.getAriadne().name());
    }

    @EventListener
    void on(AccountLaunchedEvent event) {
        logger.info("{} is launched; its tasks begin now", event.getAriadne().name());
    }

    @EventListener
    void on(AccountConnectionFailedEvent event) {
        logger.info("{} could not connect, the next attempt is in {}", event.getAriadne().name(), event.getDelay());
    }

    @EventListener
    void on(BackgroundTaskFailedEvent event) {
        logger.info("{} of {} failed, the next run is in {}", event.getTaskName(), event.getAriadne().name(),
                event.getDelay());
    }

    @EventListener
    void on(AccountShutdownEvent event) {
        logger.info("{} says good-bye; its tasks have ended", event.getAriadne().name());
    }

    @EventListener
    void on(ApplicationShutdownEvent event) {
        logger.info("The application is shutting down");
    }

}
