package dev.ariadne.account;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ariadne.AccountStatus;
import dev.ariadne.concurrent.FailingLog;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountShutdownEvent;
import dev.ariadne.event.ApplicationShutdownEvent;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what the log tells of an account from its beginning to its end: {@link AccountSession} and {@link Launch}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AccountSessionTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.ariadne.account");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private final List<String> order = new CopyOnWriteArrayList<>();

    private final CountDownLatch release = new CountDownLatch(1);

    @BeforeEach
    void listen() {
        this.logger.setLevel(Level.INFO);
        this.log.start();
        this.logger.addAppender(this.log);
    }

    @AfterEach
    void leave() {
        this.release.countDown();
        this.logger.detachAppender(this.log);
        this.logger.setLevel(null);
    }

    private List<String> lines() {
        synchronized (this.log) {
            return this.log.list.stream().map((event) -> event.getLevel() + " " + event.getFormattedMessage()).toList();
        }
    }

    private void awaitLine(String line) {
        await().untilAsserted(() -> assertThat(lines()).anySatisfy((any) -> assertThat(any).startsWith(line)));
    }

    private static ScriptedConnector.Attempt launch(AccountsFixture fixture) {
        ScriptedConnector.Attempt link = fixture.startOnline();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        return link;
    }

    /** Waits until the test lets go, unlike an interrupted thread. */
    private void linger() {
        boolean released = false;
        while (!released) {
            try {
                this.release.await();
                released = true;
            }
            catch (InterruptedException unheard) {
                released = false;
            }
        }
    }

    private static boolean isDoneSoon(CountDownLatch latch) {
        try {
            return latch.await(50, TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException ex) {
            throw new AssertionError(ex);
        }
    }

    @Test
    void whenAnAccountEndsInGoodOrderThenTheLogHasALineForItsBeginningAndOneForItsEnd() {
        AccountsFixture fixture = new AccountsFixture("alice");
        launch(fixture);
        fixture.lifecycle.stop();
        assertThat(lines()).containsExactly("INFO Account 'alice' (10001) is online",
                "INFO Account 'alice' is stopped");
    }

    @Test
    void whenAnAccountComesAndGoesThenTheLogHasALineForEachChange() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            fixture.lifecycle.start();
            fixture.connector.next().fail(Retry.BACK_OFF);
            awaitLine("WARN Account 'alice' could not connect (attempt 1): scripted; next attempt in ");
            fixture.connector.next().fail(Retry.NEVER);
            awaitLine("ERROR Account 'alice' is parked after 2 failed attempt(s), and not tried again: scripted");
            fixture.accounts.start("alice");
            ScriptedConnector.Attempt link = fixture.connector.next();
            link.listener().loggedOut("not yet", Retry.NEVER);
            link.succeed();
            awaitLine("WARN Account 'alice' is connected, but not logged in");
            link.listener().loggedIn();
            awaitLine("INFO Account 'alice' (10001) is online");
            link.listener().loggedOut("kicked", Retry.NEVER);
            awaitLine("WARN Account 'alice' is offline: kicked; waiting for the login");
            link.lose();
            awaitLine("WARN Account 'alice' lost its link: scripted loss; connecting again in ");
            assertThat(lines()).hasSize(6);
        }
    }

    @Test
    void whenWhatIsReceivedIsOddOrMissingThenTheLogSaysSo() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            ScriptedConnector.Attempt link = launch(fixture);
            link.listener().rejected("no type");
            link.listener().missed("a gap");
            awaitLine("WARN Account 'alice' received something that cannot be understood, and skipped it: no type");
            awaitLine("WARN Account 'alice' may have missed events: a gap");
        }
    }

    @Test
    void whenListenersAreTooSlowThenTheLogTellsOfWhatIsDroppedAndOfWhatIsLeftInTheEnd() {
        AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(0, 1, Duration.ofSeconds(10)), "alice");
        ScriptedConnector.Attempt link = launch(fixture);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        fixture.publisher.listen((event) -> {
            if (event instanceof UnknownEvent && first.getCount() > 0) {
                first.countDown();
                await().until(() -> goOn.getCount() == 0);
            }
            else if (event instanceof UnknownEvent) {
                second.countDown();
                linger();
            }
        });
        UnknownEvent event = new UnknownEvent(fixture.accounts.get("alice"), Conversation.group(1), "Poke",
                Json.object());
        link.receive(event);
        await().until(() -> first.getCount() == 0);
        link.receive(event);
        link.receive(event);
        awaitLine("WARN Account 'alice' drops received events, the first a UnknownEvent");
        goOn.countDown();
        awaitLine("WARN Account 'alice' takes events again, after it had dropped 1");
        await().until(() -> second.getCount() == 0);
        link.receive(event);
        fixture.lifecycle.stop(() -> {
        });
        awaitLine("WARN Account 'alice' stops with 1 received event(s) that no listener has seen");
        this.release.countDown();
        fixture.lifecycle.stop();
    }

    @Test
    void whenAConnectorCannotBeToldOfTheStopThenTheLogNamesItAndTheStopGoesOn() {
        AccountsFixture fixture = new AccountsFixture("alice");
        launch(fixture);
        fixture.connector.onStopped((name) -> {
            throw new IllegalStateException("on purpose");
        });
        fixture.lifecycle.stop();
        assertThat(lines()).endsWith("ERROR The connector 'scripted' could not be told that account 'alice' stops",
                "INFO Account 'alice' is stopped");
    }

    @Test
    void whenTheLogFailsThenTheAccountComesBackAndStopsAllTheSame(CapturedOutput output) {
        AccountsFixture fixture = new AccountsFixture("alice");
        ScriptedConnector.Attempt link = fixture.startOnline();
        try (FailingLog log = new FailingLog("dev.ariadne.account")) {
            link.lose();
            fixture.nextOnline();
            // The handler of uncaught exceptions is told what the log throws.
            await().dontCatchUncaughtExceptions()
                .until(() -> fixture.accounts.get("alice").status() == AccountStatus.ONLINE);
            fixture.lifecycle.stop();
        }
        assertThat(fixture.accounts.get("alice").status()).isEqualTo(AccountStatus.STOPPED);
        assertThat(output.getErr()).contains(FailingLog.MESSAGE);
    }

    @Test
    void whenAListenerOfTheApplicationsShutdownDoesNotEndThenTheLogSaysSoAndTheStopGoesOn() {
        AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(0, 100, Duration.ofMillis(400)),
                "alice");
        launch(fixture);
        fixture.publisher.listen((event) -> {
            if (event instanceof ApplicationShutdownEvent) {
                linger();
            }
        });
        fixture.lifecycle.stop();
        assertThat(lines())
            .endsWith("ERROR A listener of ApplicationShutdownEvent does not end; going on without it");
    }

    @Test
    void whenTheLogFailsAsWellThenTheLinkIsClosedAllTheSame() {
        AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(0, 100, Duration.ofMillis(400)),
                "alice");
        ScriptedConnector.Attempt link = fixture.startOnline();
        fixture.publisher.listen((event) -> {
            if (event instanceof ApplicationShutdownEvent) {
                linger();
            }
        });
        try (FailingLog failing = new FailingLog(Launch.class)) {
            fixture.lifecycle.stop();
        }
        assertThat(link.closed).isDone();
    }

    @Test
    void whenTheShutdownIsPublishedPastAListenerThenThatOfTheApplicationStillWaitsForIt() throws Exception {
        AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(0, 100, Duration.ofMillis(1600)),
                "alice");
        CountDownLatch inListener = new CountDownLatch(1);
        CountDownLatch applicationShutDown = new CountDownLatch(1);
        fixture.publisher.listen((event) -> {
            if (event instanceof AccountLaunchedEvent) {
                inListener.countDown();
                linger();
            }
            else if (event instanceof AccountShutdownEvent) {
                this.order.add(isDoneSoon(applicationShutDown) ? "too late" : "account");
            }
            else if (event instanceof ApplicationShutdownEvent) {
                this.order.add("application");
                applicationShutDown.countDown();
            }
        });
        fixture.startOnline();
        inListener.await();
        fixture.lifecycle.stop();
        assertThat(this.order).containsExactly("account", "application");
    }

}
