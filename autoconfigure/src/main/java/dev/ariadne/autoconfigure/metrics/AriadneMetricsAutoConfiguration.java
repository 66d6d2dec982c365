package dev.ariadne.autoconfigure.metrics;

import java.util.Set;

import dev.ariadne.Ariadne;
import dev.ariadne.autoconfigure.AriadneAutoConfiguration;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.background.BackgroundTaskState;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of metrics, where Micrometer and a registry of meters are present.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class },
        before = AriadneAutoConfiguration.class)
@ConditionalOnClass({ MeterRegistry.class, MetricsAutoConfiguration.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(name = "ariadne.enabled", matchIfMissing = true)
public final class AriadneMetricsAutoConfiguration {

    private static final Set<BackgroundTaskState> UNDER_WAY = Set.of(BackgroundTaskState.RUNNING,
            BackgroundTaskState.STOPPING, BackgroundTaskState.UNSTOPPED);

    @Bean
    @ConditionalOnMissingBean
    AriadneMetrics ariadneMetrics(ObjectProvider<BackgroundTaskRegistry> tasks) {
        return new AriadneMetrics((ariadne) -> activeRuns(ariadne, tasks));
    }

    /** Looks the tasks up when it is asked, since they are made after the accounts, and these after the metrics. */
    private static double activeRuns(Ariadne ariadne, ObjectProvider<BackgroundTaskRegistry> tasks) {
        BackgroundTaskRegistry registry = tasks.getIfAvailable();
        return (registry == null) ? 0 : registry.snapshots(ariadne).stream()
            .filter((task) -> UNDER_WAY.contains(task.state())).count();
    }

}
