package dev.ariadne.background;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A task that hears neither the signal to stop nor interrupts, until a test lets it end.
 */
final class DeafTask implements BackgroundTask {

    private final CountDownLatch running = new CountDownLatch(1);

    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public void run(BackgroundContext context) {
        this.running.countDown();
        boolean released = false;
        while (!released) {
            try {
                released = this.release.await(10, TimeUnit.SECONDS);
            }
            catch (InterruptedException ex) {
                // It is deaf.
            }
        }
    }

    /** Waits until a run has begun. */
    void awaitRun() throws InterruptedException {
        assertThat(this.running.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Lets its runs end. */
    void release() {
        this.release.countDown();
    }

}
