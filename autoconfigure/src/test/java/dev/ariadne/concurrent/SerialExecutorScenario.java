package dev.ariadne.concurrent;

import dev.ariadne.model.Threads;

/**
 * Two threads hand in work, one of them to do it itself if it may: each piece is done once, and never two at a time.
 */
public final class SerialExecutorScenario implements Runnable {

    @Override
    public void run() {
        new Play().play();
    }

    private static final class Play {

        private int done;

        private volatile boolean busy;

        private volatile boolean together;

        void play() {
            SerialExecutor serial = new SerialExecutor(Runnable::run);
            Threads.runTogether(() -> serial.execute(this::work), () -> serial.executeHere(this::work));
            Threads.require(!this.together, "two pieces at a time");
            Threads.require(this.done == 2, "done " + this.done + " times");
        }

        private void work() {
            this.together |= this.busy;
            this.busy = true;
            this.done++;
            this.busy = false;
        }

    }

}
