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
    }

    private static void measure(int size, Figures figures) throws InterruptedException {
        long before = Heap.used();
        CountDownLatch running = new CountDownLatch(size);
        List<Thread> threads = new ArrayList<>(size);
        long start = System.nanoTime();
        for (int i = 0; i < size; i++) {
            threads.add(Thread.startVirtualThread(() -> sleep(running)));
        }
        running.await();
        figures.add("start", (System.nanoTime() - start) / 1e6);
        figures.add("heap", (Heap.used() - before) / (double) size);
        long stop = System.nanoTime();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
        figures.add("stop", (System.nanoTime() - stop) / 1e6);
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
