package dev.ariadne.connector.mirai;

import java.util.concurrent.atomic.AtomicInteger;

import dev.ariadne.concurrent.ManualScheduler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When pings are sent.
 */
class EndProbeTests {

    private final ManualScheduler scheduler = new ManualScheduler();

    private final AtomicInteger pings = new AtomicInteger();

    private final EndProbe probe = new EndProbe(this.scheduler, this.pings::incrementAndGet);

    private void intervals(int count) {
        this.scheduler.advance(EndProbe.INTERVAL.multipliedBy(count));
    }

    @Test
    void whenMessagesKeepComingThenNoPingIsSent() {
        for (int i = 0; i < 10; i++) {
            this.probe.message();
            intervals(1);
        }
        assertThat(this.pings).hasValue(0);
        assertThat(this.scheduler.waiting()).isOne();
    }

    @Test
    void whenMessagesStopAndAPongComesThenOnePingWasSent() {
        this.probe.message();
        intervals(2);
        assertThat(this.pings).hasValue(1);
        this.probe.pong();
        intervals(1);
        assertThat(this.pings).hasValue(1);
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenNoPongComesThenThreePingsAreSent() {
        this.probe.message();
        intervals(10);
        assertThat(this.pings).hasValue(3);
        assertThat(this.scheduler.waiting()).isZero();
        this.probe.message();
        intervals(10);
        assertThat(this.pings).hasValue(6);
    }

    @Test
    void whenStoppedThenItStaysSo() {
        this.probe.message();
        this.probe.stop();
        this.probe.message();
        intervals(10);
        assertThat(this.pings).hasValue(0);
        assertThat(this.scheduler.waiting()).isZero();
    }

}
