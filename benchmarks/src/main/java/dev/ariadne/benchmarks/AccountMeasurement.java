package dev.ariadne.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.ariadne.CallFailedException;
import dev.ariadne.Accounts;
import dev.ariadne.call.CustomCall;
import dev.ariadne.event.AccountOfflineEvent;
import dev.ariadne.event.AccountOnlineEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

/**
 * Many accounts in one JVM.
 */
final class AccountMeasurement implements Measurement {

    // Online events may come while the context is still being refreshed.
    private static volatile CountDownLatch online = new CountDownLatch(0);

    private static volatile CountDownLatch offline = new CountDownLatch(0);

    @Override
    public void run(int size, Figures figures) throws Exception {
        online = new CountDownLatch(size);
        long before = Heap.used();
        long start = System.nanoTime();
        ConfigurableApplicationContext context = Application.start(Application.accounts(size), Listener.class);
        online.await();
        figures.add("time-to-online", (System.nanoTime() - start) / 1e6);
        figures.add("platform-threads", ManagementFactory.getThreadMXBean().getThreadCount());
        figures.add("heap-per-account", (Heap.used() - before) / (double) size);
        offline = new CountDownLatch(size);
        online = new CountDownLatch(size);
        try {
            context.getBean(Accounts.class).getDefault().call(CustomCall.action("restart", Map.of()));
        }
        catch (CallFailedException ex) {
            // The server sends everybody away, this call too.
        }
        offline.await();
        long lost = System.nanoTime();
        online.await();
        figures.add("time-to-reconnect", (System.nanoTime() - lost) / 1e6);
    }

    static class Listener {

        @EventListener
        void on(AccountOnlineEvent event) {
            online.countDown();
        }

        @EventListener
        void on(AccountOfflineEvent event) {
            offline.countDown();
        }

    }

}
