package dev.ariadne.background;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import dev.ariadne.Ariadne;

/**
 * Keeps what it sees, in one line each.
 */
final class RecordingObserver implements BackgroundTaskObserver {

    final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    /** Whether it throws after it has noted something. */
    volatile boolean failing;

    private void note(String what) {
        this.seen.add(what);
        if (this.failing) {
            throw new IllegalStateException("on purpose");
        }
    }

    @Override
    public void runEnded(Ariadne ariadne, String task, Outcome outcome, Duration duration) {
        note("run " + ariadne.name() + "/" + task + " " + outcome + " " + duration);
    }

    @Override
    public void restarted(Ariadne ariadne, String task) {
        note("restarted " + ariadne.name() + "/" + task);
    }

    @Override
    public void parked(Ariadne ariadne, String task) {
        note("parked " + ariadne.name() + "/" + task);
    }

    @Override
    public void unstopped(Ariadne ariadne, String task) {
        note("unstopped " + ariadne.name() + "/" + task);
    }

    @Override
    public void stuck(Ariadne ariadne, String task) {
        note("stuck " + ariadne.name() + "/" + task);
    }

}
