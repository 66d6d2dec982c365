package dev.ariadne.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;

/**
 * The start of an application with one account in the sandbox and ten tasks, until all of them run.
 */
final class StartMeasurement implements Measurement {

    private static final CountDownLatch RUNNING = new CountDownLatch(10);

    @Override
    public void run(int size, Figures figures) throws Exception {
        Application.start(List.of("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox"),
                Tasks.class);
        RUNNING.await();
        PlainApplication.tell(figures);
    }

    static class Tasks {

        @AriadneBackground("one")
        void one(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        @AriadneBackground("two")
        void two(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        @AriadneBackground("three")
        void three(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        @AriadneBackground("four")
        void four(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        @AriadneBackground("five")
        void five(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        @AriadneBackground("six")
        void six(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        @AriadneBackground("seven")
        void seven(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        @AriadneBackground("eight")
        void eight(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        @AriadneBackground("nine")
        void nine(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        @AriadneBackground("ten")
        void ten(BackgroundContext context) throws InterruptedException {
            sleep(context);
        }

        private static void sleep(BackgroundContext context) throws InterruptedException {
            RUNNING.countDown();
            context.sleep(Duration.ofDays(1));
        }

    }

}
