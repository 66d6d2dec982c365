package dev.ariadne.autoconfigure.metrics;

import java.util.Locale;

import dev.ariadne.autoconfigure.metrics.BackgroundRunObservationDocumentation.HighCardinalityKeys;
import dev.ariadne.autoconfigure.metrics.BackgroundRunObservationDocumentation.LowCardinalityKeys;
import dev.ariadne.background.BackgroundTaskObserver.Outcome;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

/**
 * The convention of an application that has none of its own.
 *
 * @since 0.1.0
 */
public class DefaultBackgroundRunObservationConvention implements BackgroundRunObservationConvention {

    /** The name of the observation. */
    static final String NAME = "ariadne.background.run";

    private final BoundedNames tasks = new BoundedNames();

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getContextualName(BackgroundRunObservationContext context) {
        return "background task " + context.getTask();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(BackgroundRunObservationContext context) {
        Outcome outcome = context.getOutcome();
        return KeyValues.of(LowCardinalityKeys.ACCOUNT.withValue(context.getAriadne().name()),
                LowCardinalityKeys.TASK.withValue(this.tasks.bounded(context.getTask())),
                LowCardinalityKeys.OUTCOME.withValue(
                        (outcome != null) ? outcome.name().toLowerCase(Locale.ROOT) : KeyValue.NONE_VALUE));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(BackgroundRunObservationContext context) {
        return KeyValues.of(HighCardinalityKeys.RUN.withValue(Integer.toString(context.getRun())));
    }

}
