package dev.ariadne.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.ariadne.concurrent.OwnThreads;
import dev.ariadne.event.BackgroundTaskUnstoppedEvent;

/**
 * Stops tasks, all at once and with one deadline: signals them, interrupts those that were to finish on their own and
 * have not, and abandons what is still alive when the time is over. The listeners that are told of these have a short
 * time of their own, all together.
 */
final class StopSequence {

    private static final Duration STACKS_LIMIT = Duration.ofSeconds(1);

    private static final Duration LISTENERS_LIMIT = Duration.ofSeconds(2);

    private final List<Supervisor> supervisors;

    private final BackgroundSettings settings;

    StopSequence(List<Supervisor> supervisors, BackgroundSettings settings) {
        this.supervisors = supervisors;
        this.settings = settings;
    }

    /**
     * Returns when all tasks have ended or are abandoned.
     *
     * @param stopper the thread that waits for it
     */
    void perform(Thread stopper) {
        long begin = System.nanoTime();
        this.supervisors.forEach((supervisor) -> supervisor.stop(stopper));
        if (await(begin, this.settings.interruptAfter())) {
            return;
        }
        this.supervisors.forEach(Supervisor::interrupt);
        if (await(begin, this.settings.shutdownTimeout())) {
            return;
        }
        List<Abandonment> abandoned = abandon();
        tellListeners(tell(abandoned));
        abandoned.forEach(Abandonment::complete);
    }

    private List<Abandonment> abandon() {
        List<Abandonment> abandoned = new ArrayList<>();
        for (Supervisor supervisor : this.supervisors) {
            Abandonment abandonment = supervisor.abandon();
            if (abandonment != null) {
                abandoned.add(abandonment);
            }
        }
        return abandoned;
    }

    /** Tells all but the listeners, and returns what they are to be told. */
    private static List<BackgroundTaskUnstoppedEvent> tell(List<Abandonment> abandoned) {
        // To take the stack of a thread that burns CPU takes long, the more so the more there are of them.
        long noMoreStacks = System.nanoTime() + STACKS_LIMIT.toNanos();
        List<BackgroundTaskUnstoppedEvent> events = new ArrayList<>();
        for (Abandonment abandonment : abandoned) {
            BackgroundTaskUnstoppedEvent event = abandonment.tell(System.nanoTime() < noMoreStacks);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    /** Tells them on another thread: one of them may wait for the end of this stop, or for ever. */
    private void tellListeners(List<BackgroundTaskUnstoppedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        // That of all of them: they are of one start.
        Announcer announcer = this.supervisors.get(0).supervision().announcer();
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        OwnThreads.daemon("ariadne-unstopped", () -> {
            events.forEach(announcer::publish);
            told.complete(true);
        });
        if (!told.completeOnTimeout(false, LISTENERS_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join()) {
            announcer.unstoppedStillBeingTold();
        }
    }

    private boolean await(long begin, Duration time) {
        // The last one first: when it has ended most others have, and nobody needs to be woken for them.
        for (int i = this.supervisors.size() - 1; i >= 0; i--) {
            if (!await(this.supervisors.get(i).settled(), begin, time)) {
                return false;
            }
        }
        return true;
    }

    private static boolean await(CompletableFuture<?> stopped, long begin, Duration time) {
        try {
            long elapsed = System.nanoTime() - begin;
            stopped.get(Math.max(0, TimeUnit.NANOSECONDS.convert(time) - elapsed), TimeUnit.NANOSECONDS);
            return true;
        }
        catch (TimeoutException ex) {
            return false;
        }
        catch (InterruptedException ex) {
            // Nobody but the JVM's end interrupts this thread: what follows is the deadline at once.
            Thread.currentThread().interrupt();
            return false;
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
