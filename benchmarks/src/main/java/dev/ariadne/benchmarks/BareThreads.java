package dev.ariadne.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The least for tasks: bare virtual threads that sleep until they are interrupted.
 */
final class BareThreads implements Measurement {

    @Override
    public void run(int size, Figures figures) throws Exception {
        for (int round = 0; round < TaskMeasurement.WARM_UP_ROUNDS; round++) {
            measure(TaskMeasurement.WARM_UP, (name, value) -> {
            });
        }
        Compiler.awaitQuiet();
        Repeated.measure(BareThreads::measure, size, figures);
        measureHeap(size, figures);
    }

    private static void measure(int size, Figures figures) throws InterruptedException {
        List<Thread> threads = new ArrayList<>(size);
        Compiler.awaitPause();
        long start = System.nanoTime();
        startAndAwait(size, threads);
        figures.add("start", (System.nanoTime() - start) / 1e6);
        Compiler.awaitPause();
        long stop = System.nanoTime();
        stop(threads);
        figures.add("stop", (System.nanoTime() - stop) / 1e6);
    }

    private static void measureHeap(int size, Figures figures) throws InterruptedException {
        long before = Heap.used();
        List<Thread> threads = new ArrayList<>(size);
        startAndAwait(size, threads);
        figures.add("heap", (Heap.used() - before) / (double) size);
        stop(threads);
    }

    private static void startAndAwait(int size, List<Thread> threads) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            threads.add(Thread.startVirtualThread(() -> sleep(running)));
        }
        running.await();
    }

    private static void stop(List<Thread> threads) throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void sleep(CountDownLatch running) {
        running.countDown();
        try {
            Thread.sleep(TaskMeasurement.SLEEP);
        }
        catch (InterruptedException ex) {
            // The end of the thread.
        }
    }

}
