package dev.ariadne.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.ariadne.background.BackgroundTaskLifecycle;
import dev.ariadne.background.BackgroundTasks;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Supervised tasks that sleep until they are to stop: each with a definition of its own, added by code to an
 * application with one account.
 */
final class TaskMeasurement implements Measurement {

    static final Duration SLEEP = Duration.ofDays(1);

    static final int WARM_UP = 20_000;

    static final int WARM_UP_ROUNDS = 15;

    @Override
    public void run(int size, Figures figures) throws Exception {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            measure(WARM_UP, (name, value) -> {
            });
        }
        Compiler.awaitQuiet();
        Repeated.measure(TaskMeasurement::measure, size, figures);
    }

    private static void measure(int size, Figures figures) throws InterruptedException {
        ConfigurableApplicationContext context = start();
        BackgroundTasks tasks = context.getBean(BackgroundTasks.class);
        long before = Heap.used();
        CountDownLatch running = new CountDownLatch(size);
        long start = System.nanoTime();
        for (int i = 0; i < size; i++) {
            tasks.add("task-" + i, (task) -> {
                running.countDown();
                task.sleep(SLEEP);
            });
        }
        running.await();
        figures.add("start", (System.nanoTime() - start) / 1e6);
        figures.add("heap", (Heap.used() - before) / (double) size);
        BackgroundTaskLifecycle lifecycle = context.getBean(BackgroundTaskLifecycle.class);
        long stop = System.nanoTime();
        lifecycle.stop();
        figures.add("stop", (System.nanoTime() - stop) / 1e6);
        context.close();
    }

    private static ConfigurableApplicationContext start() throws InterruptedException {
        ConfigurableApplicationContext context = Application.start(
                List.of("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox"));
        CountDownLatch launched = new CountDownLatch(1);
        context.getBean(BackgroundTasks.class).add("first", (task) -> launched.countDown());
        launched.await();
        return context;
    }

}
