package dev.ariadne.autoconfigure.metrics;

import java.util.function.Supplier;

import dev.ariadne.Ariadne;
import dev.ariadne.autoconfigure.AriadneAutoConfiguration;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.background.BackgroundTaskState;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of observations, where a registry of observations is present.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ObservationAutoConfiguration.class, before = AriadneAutoConfiguration.class)
@ConditionalOnClass({ ObservationRegistry.class, ObservationAutoConfiguration.class })
@ConditionalOnBean(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "ariadne.enabled", matchIfMissing = true)
public final class AriadneObservationAutoConfiguration {

    /** Looks everything up at the first run: the registry and its handlers may depend on what depends on tasks. */
    @Bean
    @ConditionalOnMissingBean(name = "ariadneObservedRuns")
    @Order(0)
    ObservedRuns ariadneObservedRuns(ObjectProvider<ObservationRegistry> registry,
            ObjectProvider<BackgroundRunObservationConvention> convention, ObjectProvider<BackgroundTaskRegistry> tasks) {
        Supplier<ObservationRegistry> registryOnce = SingletonSupplier.of(registry::getObject);
        Supplier<@Nullable BackgroundRunObservationConvention> conventionOnce = SingletonSupplier
            .ofNullable(convention::getIfAvailable);
        return new ObservedRuns(registryOnce, conventionOnce,
                (ariadne, task) -> isToldToStop(tasks.getObject(), ariadne, task));
    }

    private static boolean isToldToStop(BackgroundTaskRegistry tasks, Ariadne ariadne, String task) {
        if (!tasks.names().contains(task)) {
            // It has been removed while it ran.
            return true;
        }
        BackgroundTaskState state = tasks.get(task).states().get(ariadne.name());
        return state == BackgroundTaskState.STOPPING || state == BackgroundTaskState.UNSTOPPED;
    }

}
