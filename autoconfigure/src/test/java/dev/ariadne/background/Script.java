package dev.ariadne.background;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A task whose runs do what a test tells them, one step after the other.
 */
final class Script implements BackgroundTask {

    /** The runs that have begun. */
    final BlockingQueue<BackgroundContext> begun = new LinkedBlockingQueue<>();

    /** What the code met when it was stopped. */
    final BlockingQueue<String> met = new LinkedBlockingQueue<>();

    private final BlockingQueue<Callable<Boolean>> steps = new LinkedBlockingQueue<>();

    @Override
    public void run(BackgroundContext context) throws Exception {
        this.begun.add(context);
        boolean goOn = true;
        while (goOn) {
            try {
                goOn = this.steps.take().call();
            }
            catch (InterruptedException ex) {
                this.met.add("interrupt");
                throw ex;
            }
        }
    }

    /** Lets the current run return, or the next one as soon as it begins. */
    void complete() {
        this.steps.add(() -> false);
    }

    /** Lets the current run throw, or the next one as soon as it begins. */
    void fail(Throwable failure) {
        this.steps.add(() -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        });
    }

    /** Lets the current run do something, and go on if that returns true. */
    void step(Callable<Boolean> step) {
        this.steps.add(step);
    }

    /** Waits until a run has begun. */
    BackgroundContext awaitRun() {
        return TaskFixture.next(this.begun);
    }

}
