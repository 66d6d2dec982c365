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
        measureHeap(size, figures);
    }

    private static void measure(int size, Figures figures) throws InterruptedException {
        ConfigurableApplicationContext context = start();
        BackgroundTasks tasks = context.getBean(BackgroundTasks.class);
        Compiler.awaitPause();
        long start = System.nanoTime();
        addAndAwait(tasks, size);
        figures.add("start", (System.nanoTime() - start) / 1e6);
        BackgroundTaskLifecycle lifecycle = context.getBean(BackgroundTaskLifecycle.class);
        Compiler.awaitPause();
        long stop = System.nanoTime();
        lifecycle.stop();
        figures.add("stop", (System.nanoTime() - stop) / 1e6);
        context.close();
    }

    /** In an application of its own: code is slow for some milliseconds after the collections that this takes. */
    private static void measureHeap(int size, Figures figures) throws InterruptedException {
        try (ConfigurableApplicationContext context = start()) {
            long before = Heap.used();
            addAndAwait(context.getBean(BackgroundTasks.class), size);
            figures.add("heap", (Heap.used() - before) / (double) size);
        }
    }

    private static void addAndAwait(BackgroundTasks tasks, int size) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            tasks.add("task-" + i, (task) -> {
                running.countDown();
                task.sleep(SLEEP);
            });
        }
        running.await();
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
