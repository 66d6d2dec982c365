package dev.ariadne.benchmarks;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.ariadne.Ariadne;
import dev.ariadne.call.CustomCall;
import dev.ariadne.event.message.GroupMessage;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

/**
 * From a frame on the socket to a typed event in an {@code @EventListener} that only counts it.
 */
final class EventMeasurement implements Measurement {

    @Override
    public void run(int size, Figures figures) throws Exception {
        ConfigurableApplicationContext context = Application.start(Application.accounts(1), Counter.class);
        Ariadne ariadne = Application.awaitOnline(context);
        Counter counter = context.getBean(Counter.class);
        burst(ariadne, counter, RawEvents.WARM_UP);
        Compiler.awaitQuiet();
        Cost before = Cost.now();
        burst(ariadne, counter, size);
        before.tell(figures, size);
    }

    private static void burst(Ariadne ariadne, Counter counter, int count) throws InterruptedException {
        counter.events = new CountDownLatch(count);
        ariadne.call(CustomCall.action("burst", Map.of("count", count)));
        counter.events.await();
    }

    static class Counter {

        private volatile CountDownLatch events = new CountDownLatch(0);

        @EventListener
        void on(GroupMessage message) {
            this.events.countDown();
        }

    }

}
