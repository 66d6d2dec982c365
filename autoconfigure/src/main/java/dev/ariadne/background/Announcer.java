package dev.ariadne.background;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.ariadne.Ariadne;
import dev.ariadne.concurrent.Uncaught;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.BackgroundTaskEndedEvent;
import dev.ariadne.event.BackgroundTaskEndedEvent.Outcome;
import dev.ariadne.event.BackgroundTaskFailedEvent;
import dev.ariadne.event.BackgroundTaskParkedEvent;
import dev.ariadne.event.BackgroundTaskStartedEvent;
import dev.ariadne.event.BackgroundTaskStuckEvent;
import dev.ariadne.event.BackgroundTaskUnstoppedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells, in the log and by events, what becomes of the task of an account. On the calling thread.
 */
final class Announcer {

    private static final Logger logger = LoggerFactory.getLogger(BackgroundTask.class);

    private final AriadneEventPublisher events;

    private final BackgroundTaskObserver observer;

    Announcer(AriadneEventPublisher events, BackgroundTaskObserver observer) {
        this.events = events;
        this.observer = observer;
    }

    private void observe(Consumer<BackgroundTaskObserver> call) {
        try {
            call.accept(this.observer);
        }
        catch (RuntimeException | Error ex) {
            log(() -> logger.warn("An observer of background tasks failed", ex));
        }
    }

    /** Where the log fails, that is no reason not to run a task, nor to tell nobody else of it. */
    private static void log(Runnable line) {
        Uncaught.run(line);
    }

    void started(Ariadne ariadne, String task, int run) {
        if (run == 1) {
            log(() -> logger.info("Background task '{}' of account '{}' started", task, ariadne.name()));
        }
        else {
            log(() -> logger.debug("Background task '{}' of account '{}' begins run {}", task, ariadne.name(), run));
        }
        this.events.publish(new BackgroundTaskStartedEvent(ariadne, task, run));
    }

    void concluded(Ariadne ariadne, String task, int run, Conclusion conclusion) {
        BackgroundTaskObserver.Outcome outcome = conclusion.outcome();
        if (outcome != null) {
            observe((observer) -> observer.runEnded(ariadne, task, outcome, conclusion.lasted()));
        }
        Throwable failure = conclusion.failure();
        switch (conclusion.state()) {
            case COMPLETED -> ended(ariadne, task, run, Outcome.COMPLETED);
            case CANCELLED, WAITING, PAUSED -> {
                if (outcome == BackgroundTaskObserver.Outcome.COMPLETED) {
                    log(() -> logger.debug("Background task '{}' of account '{}' completed run {}", task,
                            ariadne.name(), run));
                }
                else {
                    stopped(ariadne, task, run, conclusion);
                }
            }
            case FAILED, PARKED, BACKING_OFF -> {
                if (failure != null) {
                    failed(ariadne, task, run, failure, conclusion);
                }
            }
            // Of a run that was given up nobody hears any more but the log.
            default -> log(() -> logger.debug("Run {} of '{}' returned late", run, task));
        }
    }

    private void stopped(Ariadne ariadne, String task, int run, Conclusion conclusion) {
        Throwable failure = conclusion.failure();
        if (failure != null && !Interruptions.isInterruption(failure)) {
            log(() -> logger.warn("Background task '{}' of account '{}' failed while it was being stopped", task,
                    ariadne.name(), failure));
        }
        if (conclusion.state() == BackgroundTaskState.CANCELLED) {
            ended(ariadne, task, run, Outcome.CANCELLED);
        }
        else {
            log(() -> logger.info("Background task '{}' of account '{}' is {}", task, ariadne.name(),
                    (conclusion.state() == BackgroundTaskState.PAUSED) ? "paused" : "stopped for now"));
        }
    }

    private void failed(Ariadne ariadne, String task, int run, Throwable failure, Conclusion conclusion) {
        Duration delay = conclusion.delay();
        if (delay != null) {
            log(() -> logRetry(ariadne, task, run, failure, delay, conclusion.newFailure()));
        }
        else {
            log(() -> logger.error("Background task '{}' of account '{}' failed in run {} and is {}", task,
                    ariadne.name(), run, (conclusion.state() == BackgroundTaskState.PARKED)
                            ? "parked: its restarts are used up" : "not restarted",
                    failure));
        }
        this.events.publish(new BackgroundTaskFailedEvent(ariadne, task, run, failure, delay));
        if (conclusion.state() == BackgroundTaskState.PARKED) {
            observe((observer) -> observer.parked(ariadne, task));
            this.events.publish(new BackgroundTaskParkedEvent(ariadne, task, run, failure));
        }
        else if (delay == null) {
            this.events.publish(new BackgroundTaskEndedEvent(ariadne, task, run, Outcome.FAILED));
        }
    }

    private static void logRetry(Ariadne ariadne, String task, int run, Throwable failure, Duration delay,
            boolean inFull) {
        logger.warn("Background task '{}' of account '{}' failed in run {}, next run in {} ms: {}", task,
                ariadne.name(), run, delay.toMillis(), failure.toString(), inFull ? failure : null);
    }

    void ended(Ariadne ariadne, String task, int run, Outcome outcome) {
        log(() -> logger.info("Background task '{}' of account '{}' ended: {}", task, ariadne.name(),
                (outcome == Outcome.COMPLETED) ? "completed" : "cancelled"));
        this.events.publish(new BackgroundTaskEndedEvent(ariadne, task, run, outcome));
    }

    void restarted(Ariadne ariadne, String task) {
        observe((observer) -> observer.restarted(ariadne, task));
    }

    void stuck(Ariadne ariadne, String task, int run, Duration idle, List<StackTraceElement> stack) {
        observe((observer) -> observer.stuck(ariadne, task));
        try (LoggingContext context = new LoggingContext(ariadne, task)) {
            log(() -> logger.warn("Background task '{}' of account '{}' has shown no progress in run {} for {} ms",
                    task, ariadne.name(), run, idle.toMillis(), new StackOfThread("the stack of the run", stack)));
            this.events.publish(new BackgroundTaskStuckEvent(ariadne, task, run, idle, stack));
        }
    }

    /** Tells all but the listeners, and returns what they are to be told. */
    BackgroundTaskUnstoppedEvent unstopped(Ariadne ariadne, String task, int run, @Nullable Thread thread) {
        observe((observer) -> observer.unstopped(ariadne, task));
        List<StackTraceElement> stack = stackOf(thread);
        try (LoggingContext context = new LoggingContext(ariadne, task)) {
            log(() -> logger.error("Background task '{}' of account '{}' did not stop in time and is abandoned", task,
                    ariadne.name(), new StackOfThread(nameOf(thread), stack)));
        }
        return new BackgroundTaskUnstoppedEvent(ariadne, task, run, stack);
    }

    void publish(BackgroundTaskUnstoppedEvent event) {
        try (LoggingContext context = new LoggingContext(event.getAriadne(), event.getTaskName())) {
            this.events.publish(event);
        }
    }

    void unstoppedStillBeingTold() {
        log(() -> logger.error("A listener that is told of a background task that did not stop in time does not "
                + "return; going on without it"));
    }

    void stillBeingTold(Ariadne ariadne, String task, @Nullable Thread thread) {
        try (LoggingContext context = new LoggingContext(ariadne, task)) {
            log(() -> logger.error("Background task '{}' of account '{}' has ended, but a listener that is told so "
                    + "does not return; going on without it", task, ariadne.name(),
                    new StackOfThread(nameOf(thread), stackOf(thread))));
        }
    }

    void endedLate(Ariadne ariadne, String task) {
        log(() -> logger.info("Background task '{}' of account '{}', abandoned before, has ended", task,
                ariadne.name()));
    }

    void overdue(Ariadne ariadne, String task, @Nullable Thread thread) {
        try (LoggingContext context = new LoggingContext(ariadne, task)) {
            log(() -> logger.warn("Background task '{}' of account '{}' was told to stop and has not ended yet; still "
                    + "waiting", task, ariadne.name(), new StackOfThread(nameOf(thread), stackOf(thread))));
        }
    }

    void blocked(Ariadne ariadne, String task) {
        try (LoggingContext context = new LoggingContext(ariadne, task)) {
            log(() -> logger.warn("Background task '{}' of account '{}' waits until its run of the former launch has "
                    + "ended", task, ariadne.name()));
        }
    }

    private static List<StackTraceElement> stackOf(@Nullable Thread thread) {
        return (thread != null) ? List.of(thread.getStackTrace()) : List.of();
    }

    private static String nameOf(@Nullable Thread thread) {
        return (thread != null) ? "the stack of thread '" + thread.getName() + "'"
                : "no stack: the run has no thread yet, or too many runs did not stop to look at each";
    }

    /** Carries the stack of another thread into the log. */
    private static final class StackOfThread extends Throwable {

        StackOfThread(String message, List<StackTraceElement> stack) {
            super(message, null, false, true);
            setStackTrace(stack.toArray(StackTraceElement[]::new));
        }

    }

}
