package dev.ariadne.autoconfigure;

import java.time.Duration;

import dev.ariadne.account.AccountRuntimeSettings;
import dev.ariadne.background.BackgroundSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * Lets Spring wait long enough for tasks and accounts to stop, where their configured budgets are longer than
 * {@code spring.lifecycle.timeout-per-shutdown-phase}: otherwise it would go on to destroy beans that are still in use.
 */
final class ShutdownPhaseTimeouts implements SmartInitializingSingleton {

    /** What a stop takes beyond its budget: to interrupt and name what would not stop, and to close links. */
    private static final Duration MARGIN = Duration.ofSeconds(7);

    private final ObjectProvider<LifecycleProcessor> processor;

    private final ObjectProvider<LifecycleProperties> properties;

    private final AccountRuntimeSettings accounts;

    private final BackgroundSettings background;

    ShutdownPhaseTimeouts(ObjectProvider<LifecycleProcessor> processor, ObjectProvider<LifecycleProperties> properties,
            AccountRuntimeSettings accounts, BackgroundSettings background) {
        this.processor = processor;
        this.properties = properties;
        this.accounts = accounts;
        this.background = background;
    }

    @Override
    public void afterSingletonsInstantiated() {
        LifecycleProperties properties = this.properties.getIfAvailable();
        if (properties != null && this.processor.getIfAvailable() instanceof DefaultLifecycleProcessor processor) {
            Duration usual = properties.getTimeoutPerShutdownPhase();
            extend(processor, usual, this.background.phase(), this.background.shutdownTimeout());
            extend(processor, usual, this.accounts.phase(), this.accounts.shutdownTimeout());
        }
    }

    private static void extend(DefaultLifecycleProcessor processor, Duration usual, int phase, Duration budget) {
        Duration needed = budget.plus(MARGIN);
        if (needed.compareTo(usual) > 0) {
            processor.setTimeoutForShutdownPhase(phase, needed.toMillis());
        }
    }

}
