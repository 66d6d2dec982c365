package dev.ariadne.connector.mirai;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ariadne.concurrent.Scheduler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LastingSchedulerTests {

    private final LastingScheduler scheduler = new LastingScheduler();

    @Test
    void whenAnActionIsCalledOffThenItIsNotRunAndOthersAre() throws Exception {
        AtomicBoolean run = new AtomicBoolean();
        CountDownLatch later = new CountDownLatch(1);
        Scheduler.Timer timer = this.scheduler.after(Duration.ofMillis(200), () -> run.set(true));
        timer.cancel();
        this.scheduler.after(Duration.ofMillis(300), later::countDown);
        assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(run).isFalse();
    }

}
