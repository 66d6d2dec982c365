package dev.ariadne.autoconfigure.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * How observations of runs are named and tagged. An application that declares a bean of this type has it its own way.
 *
 * @since 0.1.0
 */
public interface BackgroundRunObservationConvention extends ObservationConvention<BackgroundRunObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof BackgroundRunObservationContext;
    }

}
