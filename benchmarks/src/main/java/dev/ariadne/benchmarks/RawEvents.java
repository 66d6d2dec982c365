package dev.ariadne.benchmarks;

import java.net.http.WebSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The least for events: the JDK's WebSocket hands the same frames to a listener that only counts them.
 */
final class RawEvents implements Measurement {

    static final int WARM_UP = 1_000_000;

    @Override
    public void run(int size, Figures figures) throws Exception {
        AtomicReference<CountDownLatch> events = new AtomicReference<>(new CountDownLatch(0));
        WebSocket socket = RawSocket.connect((message) -> {
            if (message.startsWith("{\"syncId\":\"-1\"")) {
                events.get().countDown();
            }
        });
        burst(socket, WARM_UP, events);
        Compiler.awaitQuiet();
        Cost before = Cost.now();
        burst(socket, size, events);
        before.tell(figures, size);
    }

    private static void burst(WebSocket socket, int count, AtomicReference<CountDownLatch> events)
            throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(count);
        events.set(latch);
        socket.sendText("{\"syncId\":\"1\",\"command\":\"burst\",\"content\":{\"count\":" + count + "}}", true).join();
        latch.await();
    }

}
