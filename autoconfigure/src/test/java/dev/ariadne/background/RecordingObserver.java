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

    @Override
    public void runEnded(Ariadne ariadne, String task, Outcome outcome, Duration duration) {
        this.seen.add("run " + ariadne.name() + "/" + task + " " + outcome + " " + duration);
    }

    @Override
    public void restarted(Ariadne ariadne, String task) {
        this.seen.add("restarted " + ariadne.name() + "/" + task);
    }

    @Override
    public void parked(Ariadne ariadne, String task) {
        this.seen.add("parked " + ariadne.name() + "/" + task);
    }

    @Override
    public void unstopped(Ariadne ariadne, String task) {
        this.seen.add("unstopped " + ariadne.name() + "/" + task);
    }

    @Override
    public void stuck(Ariadne ariadne, String task) {
        this.seen.add("stuck " + ariadne.name() + "/" + task);
    }

}
