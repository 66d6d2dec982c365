package dev.ariadne.account;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerExecutorTests {

    @Test
    void whenNoThreadCanBeHadThenWhatIsToBeDoneIsDoneLater() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        try (ListenerExecutor executor = new ListenerExecutor((action) -> {
            if (asked.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            action.run();
        })) {
            executor.execute(done::countDown);
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(asked).hasValue(2);
    }

}
