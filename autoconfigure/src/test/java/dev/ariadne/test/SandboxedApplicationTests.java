package dev.ariadne.test;

import java.time.Duration;

import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundTaskSnapshot;
import dev.ariadne.background.BackgroundTaskState;
import dev.ariadne.connector.sandbox.Sandbox;
import dev.ariadne.message.MessageChain;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The test of an application, as its developer would write it.
 */
@SpringBootTest(properties = { "ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox",
        "ariadne.connect.initial-delay=1h", "ariadne.connect.max-delay=1h",
        "ariadne.background.restart.initial-delay=1h", "ariadne.background.restart.max-delay=1h" })
@Import({ ManualTime.class, AriadneProbe.class })
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class SandboxedApplicationTests {

    @Autowired
    private ManualTime time;

    @Autowired
    private AriadneProbe probe;

    @Autowired
    private Sandbox sandbox;

    @Test
    void whenTheFeedIsBrokenThenItIsPolledAgainAnHourLater() throws InterruptedException {
        BackgroundTaskSnapshot broken = this.probe.awaitTask("alice", "feedPoller.poll",
                BackgroundTaskState.BACKING_OFF);
        assertThat(broken.nextRunAt()).isBetween(this.time.now().plus(Duration.ofMinutes(48)),
                this.time.now().plus(Duration.ofMinutes(72)));
        this.time.advance(Duration.ofMinutes(47));
        assertThat(this.sandbox.account("alice").sent()).isEmpty();
        this.time.advance(Duration.ofMinutes(25));
        assertThat(this.sandbox.account("alice").awaitSent(Duration.ofSeconds(10)).text()).isEqualTo("run 2");
        assertThat(this.probe.awaitRuns("alice", "feedPoller.poll", 2).failures()).isEqualTo(1);
    }

    @Test
    void whenTheAccountGoesOfflineThenItStaysSoUntilItsBackOffIsOver() throws InterruptedException {
        Ariadne alice = this.probe.awaitStatus("alice", AccountStatus.ONLINE);
        this.sandbox.account("alice").goOffline();
        this.probe.awaitStatus("alice", AccountStatus.OFFLINE);
        this.sandbox.account("alice").goOnline();
        this.time.advance(Duration.ofHours(2));
        assertThat(this.probe.awaitStatus("alice", AccountStatus.ONLINE)).isSameAs(alice);
    }

    @Test
    void whenSomethingDoesNotComeTrueThenItFailsAndTellsHowThingsAre() throws InterruptedException {
        this.probe.awaitTask("alice", "feedPoller.poll", BackgroundTaskState.BACKING_OFF);
        assertThatThrownBy(() -> this.probe.patient(Duration.ofMillis(50)).awaitStatus("alice", AccountStatus.PARKED))
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("alice to be PARKED")
            .hasMessageContaining("alice is ONLINE")
            .hasMessageContaining("BACKING_OFF");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(FeedPoller.class)
    static class Application {

    }

    static class FeedPoller {

        @AriadneBackground("feedPoller.poll")
        void poll(Ariadne ariadne, BackgroundContext context) {
            if (context.run() == 1) {
                throw new IllegalStateException("the feed is broken");
            }
            ariadne.sendGroupMessage(20001, MessageChain.of("run " + context.run()));
        }

    }

}
