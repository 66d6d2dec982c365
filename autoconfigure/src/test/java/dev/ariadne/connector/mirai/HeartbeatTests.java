package dev.ariadne.connector.mirai;

import java.time.Duration;

import dev.ariadne.concurrent.ManualScheduler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a link counts as dead.
 */
class HeartbeatTests {

    private final ManualScheduler scheduler = new ManualScheduler();

    private final FakeLink link = new FakeLink();

    private final Heartbeat heartbeat = new Heartbeat(Duration.ofSeconds(30), this.scheduler, this.link);

    @Test
    void whenTheIntervalIsShortThenTheLinkIsDeafAfterTwoMinutesWithoutAnAnswer() {
        this.link.answering = false;
        new Heartbeat(Duration.ofSeconds(5), this.scheduler, this.link).start();
        hearEvery(Duration.ofSeconds(5), 25);
        assertThat(this.link.deaf).isFalse();
        hearEvery(Duration.ofSeconds(5), 1);
        assertThat(this.link.deaf).isTrue();
    }

    private void hearEvery(Duration interval, int count) {
        for (int i = 0; i < count; i++) {
            this.link.heard = true;
            this.scheduler.advance(interval);
        }
    }

    @Test
    void whenItIsStartedAgainAfterTheLinkWasDeadThenItCountsAnew() {
        this.heartbeat.start();
        intervals(3);
        assertThat(this.link.dead).isTrue();
        this.link.dead = false;
        this.heartbeat.start();
        intervals(2);
        assertThat(this.link.dead).isFalse();
        intervals(1);
        assertThat(this.link.dead).isTrue();
    }

    private void intervals(int count) {
        this.scheduler.advance(Duration.ofSeconds(30L * count));
    }

    @Test
    void whenNothingIsHeardForTwoIntervalsAfterAHeartbeatThenTheLinkIsDead() {
        this.heartbeat.start();
        intervals(2);
        assertThat(this.link.dead).isFalse();
        intervals(1);
        assertThat(this.link.dead).isTrue();
        assertThat(this.link.beats).isEqualTo(2);
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenSomethingIsHeardThenTheCountBeginsAnew() {
        this.heartbeat.start();
        intervals(2);
        this.link.heard = true;
        intervals(2);
        assertThat(this.link.dead).isFalse();
        intervals(1);
        assertThat(this.link.dead).isTrue();
    }

    @Test
    void whenThingsAreHeardButNoAnswerForFourIntervalsAfterAHeartbeatThenTheLinkIsDeaf() {
        this.link.answering = false;
        this.heartbeat.start();
        hear(4);
        assertThat(this.link.deaf).isFalse();
        hear(1);
        assertThat(this.link.deaf).isTrue();
        assertThat(this.link.dead).isFalse();
        assertThat(this.link.beats).isEqualTo(4);
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenThereIsAnAnswerThenTheCountOfThoseThatAreMissingBeginsAnew() {
        this.link.answering = false;
        this.heartbeat.start();
        hear(4);
        this.link.answering = true;
        hear(1);
        this.link.answering = false;
        hear(3);
        assertThat(this.link.deaf).isFalse();
        hear(1);
        assertThat(this.link.deaf).isTrue();
    }

    @Test
    void whenTheLinkWasPausedThenTheCountOfAnswersThatAreMissingBeginsAnew() {
        this.link.answering = false;
        this.heartbeat.start();
        hear(4);
        this.link.paused = true;
        hear(10);
        this.link.paused = false;
        hear(4);
        assertThat(this.link.deaf).isFalse();
        hear(1);
        assertThat(this.link.deaf).isTrue();
    }

    /** Something is heard in each of some intervals. */
    private void hear(int count) {
        for (int i = 0; i < count; i++) {
            this.link.heard = true;
            intervals(1);
        }
    }

    @Test
    void whenTheLinkIsPausedThenNothingIsSentOrCounted() {
        this.heartbeat.start();
        intervals(2);
        this.link.paused = true;
        intervals(10);
        assertThat(this.link.beats).isEqualTo(2);
        this.link.paused = false;
        intervals(2);
        assertThat(this.link.dead).isFalse();
        intervals(1);
        assertThat(this.link.dead).isTrue();
        assertThat(this.link.beats).isEqualTo(4);
    }

    @Test
    void whenStoppedThenItStaysSo() {
        this.heartbeat.stop();
        this.heartbeat.start();
        intervals(5);
        assertThat(this.link.beats).isZero();
        assertThat(this.scheduler.waiting()).isZero();
    }

    private static final class FakeLink implements Heartbeat.Link {

        private boolean heard;

        private boolean paused;

        private boolean dead;

        private boolean answering = true;

        private boolean deaf;

        private int beats;

        @Override
        public boolean takeHeard() {
            boolean was = this.heard;
            this.heard = false;
            return was;
        }

        @Override
        public boolean takeAnswered() {
            return this.answering;
        }

        @Override
        public boolean isPaused() {
            return this.paused;
        }

        @Override
        public void beat() {
            this.beats++;
        }

        @Override
        public void dead() {
            this.dead = true;
        }

        @Override
        public void deaf() {
            this.deaf = true;
        }

    }

}
