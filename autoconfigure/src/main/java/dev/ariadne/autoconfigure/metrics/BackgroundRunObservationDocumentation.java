package dev.ariadne.autoconfigure.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observations of background tasks.
 *
 * @since 0.1.0
 */
public enum BackgroundRunObservationDocumentation implements ObservationDocumentation {

    /** One run of a background task. */
    BACKGROUND_RUN {

        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultBackgroundRunObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return LowCardinalityKeys.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return HighCardinalityKeys.values();
        }

    };

    /**
     * What tags the metrics made of an observation.
     */
    public enum LowCardinalityKeys implements KeyName {

        /** The configured name of the account. */
        ACCOUNT("account"),

        /** The name of the task. */
        TASK("task"),

        /** How the run ended: {@code completed}, {@code failed} or {@code cancelled}; {@code none} before that. */
        OUTCOME("outcome");

        private final String key;

        LowCardinalityKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return this.key;
        }

    }

    /**
     * What is told of a single run, in traces.
     */
    public enum HighCardinalityKeys implements KeyName {

        /** The number of the run, counted from 1. */
        RUN("run");

        private final String key;

        HighCardinalityKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return this.key;
        }

    }

}
