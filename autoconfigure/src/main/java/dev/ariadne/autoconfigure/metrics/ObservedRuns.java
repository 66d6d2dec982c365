package dev.ariadne.autoconfigure.metrics;

import java.util.function.BiPredicate;
import java.util.function.Supplier;

import dev.ariadne.Ariadne;
import dev.ariadne.background.BackgroundTaskObserver.Outcome;
import dev.ariadne.background.RunInterceptor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Makes an observation of each run of a background task. What a run throws because it was told to stop is no error.
 */
final class ObservedRuns implements RunInterceptor {

    private static final BackgroundRunObservationConvention DEFAULT_CONVENTION =
            new DefaultBackgroundRunObservationConvention();

    private final Supplier<ObservationRegistry> registry;

    private final Supplier<@Nullable BackgroundRunObservationConvention> convention;

    private final BiPredicate<Ariadne, String> toldToStop;

    /**
     * Creates an interceptor.
     *
     * @param registry where observations are made; asked for at the first run
     * @param convention the application's own convention, or null if it has none
     * @param toldToStop tells whether the run of an account's task that is under way has been told to stop
     */
    ObservedRuns(Supplier<ObservationRegistry> registry,
            Supplier<@Nullable BackgroundRunObservationConvention> convention, BiPredicate<Ariadne, String> toldToStop) {
        this.registry = registry;
        this.convention = convention;
        this.toldToStop = toldToStop;
    }

    @Override
    public void run(Ariadne ariadne, String task, int run, Work work) throws Exception {
        ObservationRegistry registry = this.registry.get();
        if (registry.isNoop()) {
            work.run();
            return;
        }
        BackgroundRunObservationContext context = new BackgroundRunObservationContext(ariadne, task, run);
        Observation observation = BackgroundRunObservationDocumentation.BACKGROUND_RUN
            .observation(this.convention.get(), DEFAULT_CONVENTION, () -> context, registry);
        observe(observation.start(), context, work);
    }

    private void observe(Observation observation, BackgroundRunObservationContext context, Work work) throws Exception {
        try (Observation.Scope scope = observation.openScope()) {
            work.run();
            context.setOutcome(stopped(context) ? Outcome.CANCELLED : Outcome.COMPLETED);
        }
        catch (Throwable ex) {
            boolean stopped = stopped(context);
            context.setOutcome(stopped ? Outcome.CANCELLED : Outcome.FAILED);
            if (!stopped) {
                observation.error(ex);
            }
            throw ex;
        }
        finally {
            observation.stop();
        }
    }

    private boolean stopped(BackgroundRunObservationContext context) {
        return this.toldToStop.test(context.getAriadne(), context.getTask());
    }

}
