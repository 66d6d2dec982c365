package dev.ariadne.account;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountOfflineException;
import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.concurrent.ThreadMode;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.event.AccountConnectionFailedEvent;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountOfflineEvent;
import dev.ariadne.event.AccountOnlineEvent;
import dev.ariadne.event.ApplicationLaunchedEvent;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.OfflineReason;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AccountLink}: attempts, links and logins of one account, in the time of the test.
 */
@ExtendWith(OutputCaptureExtension.class)
class AccountLinkTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration LATE = Duration.ofHours(1);

    private final ManualScheduler scheduler = new ManualScheduler();

    private final List<String> observed = new CopyOnWriteArrayList<>();

    private final AccountsFixture fixture = fixture(0);

    private final Ariadne alice = this.fixture.accounts.get("alice");

    @AfterEach
    void close() {
        this.fixture.publisher.listen((event) -> {
        });
        this.fixture.close();
    }

    private AccountsFixture fixture(int maxAttempts) {
        ConnectSettings connect = new ConnectSettings(Duration.ofSeconds(10), SOON, LATE, maxAttempts,
                Duration.ofSeconds(30));
        return new AccountsFixture(
                new AccountRuntimeSettings(connect, 2, LATE, Duration.ofSeconds(10), false,
                        ThreadMode.PLATFORM, AccountLifecycle.DEFAULT_PHASE),
                new Observer(), (name) -> this.scheduler, "alice");
    }

    private void awaitStatus(AccountStatus status) {
        await().until(() -> this.alice.status() == status);
    }

    private AccountConnectionFailedEvent awaitFailure(int number) {
        await().until(() -> this.fixture.publisher.count(AccountConnectionFailedEvent.class) == number);
        return this.fixture.publisher.of(AccountConnectionFailedEvent.class).get(number - 1);
    }

    @Test
    void whenAConnectorThrowsThenTheAttemptHasFailedAndAnotherFollows() {
        RuntimeException refusal = new IllegalStateException("no such host");
        this.fixture.connector.refuse(refusal);
        this.fixture.lifecycle.start();
        AccountConnectionFailedEvent failure = awaitFailure(1);
        assertThat(failure.getCause()).isSameAs(refusal);
        assertThat(failure.getAttempt()).isEqualTo(1);
        assertThat(this.fixture.accounts.snapshot("alice").lastFailure()).isSameAs(refusal);
        this.scheduler.advance(SOON.multipliedBy(2));
        this.fixture.nextOnline();
        assertThat(this.fixture.accounts.snapshot("alice").lastFailure()).isNull();
        assertThat(this.fixture.accounts.snapshot("alice").lastFailureAt()).isNull();
        assertThat(this.observed).containsExactly("failed", "connected");
    }

    @Test
    void whenAConnectorLacksAClassThenTheAttemptHasFailedAndAnotherFollows() {
        Error lack = new NoClassDefFoundError("jakarta/websocket/Session");
        this.fixture.connector.onConnect((attempt) -> {
            throw lack;
        });
        this.fixture.lifecycle.start();
        assertThat(awaitFailure(1).getCause()).isSameAs(lack);
        this.fixture.connector.onConnect((attempt) -> {
        });
        this.fixture.connector.next();
        this.scheduler.advance(SOON.multipliedBy(2));
        this.fixture.nextOnline();
    }

    @Test
    void whenAConnectorsFailureIsWrappedThenItsCauseIsTold() {
        this.fixture.lifecycle.start();
        RuntimeException cause = new IllegalStateException("no such host");
        this.fixture.connector.next().future.completeExceptionally(new CompletionException(cause));
        assertThat(awaitFailure(1).getCause()).isSameAs(cause);
        assertThat(this.fixture.accounts.snapshot("alice").lastFailureAt()).isEqualTo(this.scheduler.now());
    }

    @Test
    void whenAttemptsFailThenTheNextOneIsLaterEachTimeAndThatIsForgottenWhenOneSucceeds() {
        this.fixture.lifecycle.start();
        for (int failures = 1; failures <= 3; failures++) {
            this.fixture.connector.next().fail(Retry.BACK_OFF);
            assertDelay(failures, SOON.multipliedBy(1L << (failures - 1)));
        }
        this.fixture.nextOnline().lose();
        assertThat(awaitFailure(4).getDelay()).isLessThan(SOON.multipliedBy(2));
    }

    @Test
    void whenAnAccountStopsBetweenAttemptsThenNoTimerIsLeft() {
        this.fixture.lifecycle.start();
        this.fixture.connector.next().fail(Retry.BACK_OFF);
        awaitFailure(1);
        assertThat(this.scheduler.waiting()).isEqualTo(1);
        this.fixture.accounts.stop("alice");
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenALinkIsLostBeforeTheAttemptIsCompletedThenTheAttemptHasFailed() {
        this.fixture.lifecycle.start();
        ScriptedConnector.Attempt attempt = this.fixture.connector.next();
        RuntimeException cause = new IllegalStateException("gone at once");
        attempt.listener().lost(cause);
        attempt.succeed();
        assertThat(awaitFailure(1).getCause()).isSameAs(cause);
        assertThat(this.alice.status()).isEqualTo(AccountStatus.OFFLINE);
        assertThat(this.fixture.publisher.count(AccountOnlineEvent.class)).isZero();
        assertThat(this.observed).containsExactly("failed");
    }

    @Test
    void whenALinkIsLostThenItsEndIsToldOnceWithTheReason() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        link.lose();
        link.lose();
        AccountConnectionFailedEvent failure = awaitFailure(1);
        assertThat(failure.getCause()).hasMessage("scripted loss");
        assertThat(failure.getAttempt()).isZero();
        assertThat(this.fixture.accounts.snapshot("alice").lastFailure()).hasMessage("scripted loss");
        assertThat(this.fixture.accounts.snapshot("alice").lastFailureAt()).isEqualTo(this.scheduler.now());
        assertThat(this.scheduler.waiting()).isEqualTo(1);
        this.scheduler.advance(SOON.multipliedBy(2));
        this.fixture.nextOnline();
        assertThat(this.fixture.publisher.of(AccountOfflineEvent.class)).singleElement().satisfies((event) -> {
            assertThat(event.getReason()).isEqualTo(OfflineReason.CONNECTION_LOST);
            assertThat(event.getDetail()).isEqualTo("scripted loss");
        });
        assertThat(this.observed).containsExactly("connected", "failed", "connected");
    }

    @Test
    void whenALinkThatHasLostItsLoginIsLostThenTheAccountIsNotOfflineAgain() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        link.listener().loggedOut("kicked", Retry.NEVER);
        awaitStatus(AccountStatus.OFFLINE);
        assertThat(this.scheduler.waiting()).isZero();
        link.lose();
        awaitFailure(1);
        assertThat(this.fixture.publisher.count(AccountOfflineEvent.class)).isEqualTo(1);
        this.scheduler.advance(SOON.multipliedBy(2));
        this.fixture.nextOnline();
    }

    @Test
    void whenALinkThatIsToBeReplacedIsLostThenOneAttemptFollows() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        link.listener().loggedOut("kicked", Retry.SLOWLY);
        assertThat(this.scheduler.untilNext()).isEqualTo(LATE);
        link.lose();
        assertThat(this.scheduler.untilNext()).isLessThan(SOON.multipliedBy(2));
        assertThat(this.scheduler.waiting()).isEqualTo(1);
    }

    @Test
    void whenTheBotIsLoggedOutThenThatIsTheLastFailureAndACallThatWaitsInVainSaysSo() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        link.listener().loggedOut("kicked", Retry.NEVER);
        awaitStatus(AccountStatus.OFFLINE);
        assertLastFailure("the platform has logged the bot out: kicked");
        assertCallInVain("last failure: the platform has logged the bot out: kicked");
        assertThat(this.observed).containsExactly("connected");
        link.lose();
        awaitFailure(1);
        assertCallInVain("last failure: scripted loss");
    }

    @Test
    void whenALinkBeginsLoggedOutThenThatIsTheLastFailureUntilTheBotIsLoggedIn() {
        ScriptedConnector.Attempt link = beginLoggedOut();
        assertLastFailure("the link is up, but the bot is not logged in");
        assertCallInVain("last failure: the link is up, but the bot is not logged in");
        link.listener().loggedIn();
        awaitStatus(AccountStatus.ONLINE);
        assertThat(this.fixture.accounts.snapshot("alice").lastFailure()).isNull();
    }

    private void assertLastFailure(String why) {
        AccountSnapshot snapshot = this.fixture.accounts.snapshot("alice");
        assertThat(snapshot.lastFailure()).hasMessage(why);
        assertThat(snapshot.lastFailureAt()).isEqualTo(this.scheduler.now());
    }

    private ScriptedConnector.Attempt beginLoggedOut() {
        this.fixture.lifecycle.start();
        ScriptedConnector.Attempt link = this.fixture.connector.next();
        link.listener().loggedOut("not yet", Retry.NEVER);
        link.succeed();
        await().until(() -> this.observed.equals(List.of("connected")));
        return link;
    }

    private void assertCallInVain(String why) {
        CompletableFuture<MessageReceipt> call = this.alice.async().sendGroupMessage(1, MessageChain.of("hi"));
        this.scheduler.advance(LATE);
        assertThat(call).failsWithin(Duration.ofSeconds(10)).withThrowableOfType(ExecutionException.class)
            .withCauseInstanceOf(AccountOfflineException.class).withMessageContaining(why);
    }

    @Test
    void whenALinkBeginsLoggedOutThenTheAccountIsOnlineWhenTheLoginComes() {
        ScriptedConnector.Attempt link = beginLoggedOut();
        awaitStatus(AccountStatus.OFFLINE);
        assertThat(this.scheduler.waiting()).isZero();
        assertThat(this.fixture.publisher.count(AccountOnlineEvent.class)).isZero();
        link.listener().loggedIn();
        awaitStatus(AccountStatus.ONLINE);
        assertThat(this.fixture.connector.count()).isEqualTo(1);
    }

    @Test
    void whenALinkBeginsLoggedOutAndTheLoginComesOnANewOneOnlyThenTheLinkIsReplaced() {
        this.fixture.lifecycle.start();
        ScriptedConnector.Attempt link = this.fixture.connector.next();
        link.listener().loggedOut("closed", Retry.SLOWLY);
        link.listener().loggedOut("told again", Retry.NEVER);
        link.succeed();
        await().until(() -> this.scheduler.waiting() == 1);
        assertThat(this.scheduler.untilNext()).isEqualTo(LATE);
        this.scheduler.advance(LATE);
        this.fixture.nextOnline();
        assertThat(link.closed).isDone();
    }

    @Test
    void whenTheLoginComesBackThenTheNextReplacementComesAsSoonAsTheFirst() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        for (int logouts = 1; logouts <= 3; logouts++) {
            link.listener().loggedOut("kicked", Retry.BACK_OFF);
            assertThat(this.scheduler.untilNext()).isBetween(SOON.multipliedBy(8).dividedBy(10),
                    SOON.multipliedBy(12).dividedBy(10));
            link.listener().loggedIn();
            assertThat(this.scheduler.waiting()).isZero();
        }
    }

    @Test
    void whenAnAccountHasBeenOnlineThenNoFailureParksIt() {
        this.fixture.startOnline().lose();
        this.scheduler.advance(SOON.multipliedBy(2));
        this.fixture.connector.next().fail(Retry.NEVER);
        assertThat(awaitFailure(2).getDelay()).isEqualTo(LATE);
        assertThat(this.alice.status()).isEqualTo(AccountStatus.OFFLINE);
        this.scheduler.advance(LATE);
        this.fixture.nextOnline();
    }

    @Test
    void whenALogoutIsToldAgainAsOneThatNeedsANewLinkThenThatIsMade() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        link.listener().loggedOut("dropped", Retry.NEVER);
        awaitStatus(AccountStatus.OFFLINE);
        assertThat(this.scheduler.waiting()).isZero();
        link.listener().loggedOut("kicked", Retry.SLOWLY);
        assertThat(this.scheduler.untilNext()).isEqualTo(LATE);
        assertLastFailure("the platform has logged the bot out: kicked");
        link.listener().loggedOut("closed", Retry.BACK_OFF);
        assertThat(this.scheduler.waiting()).isEqualTo(1);
        this.scheduler.advance(SOON.multipliedBy(2));
        this.fixture.nextOnline();
        assertThat(link.closed).isDone();
        await().until(() -> this.fixture.publisher.count(AccountOnlineEvent.class) == 2);
        assertThat(this.fixture.publisher.of(AccountOfflineEvent.class)).singleElement()
            .satisfies((event) -> assertThat(event.getDetail()).isEqualTo("dropped"));
    }

    @Test
    void whenALinkBeginsLoggedOutThenTheSoonestReplacementIsMade() {
        this.fixture.lifecycle.start();
        ScriptedConnector.Attempt link = this.fixture.connector.next();
        link.listener().loggedOut("dropped", Retry.NEVER);
        link.listener().loggedOut("kicked", Retry.SLOWLY);
        link.succeed();
        await().until(() -> this.scheduler.waiting() == 1);
        assertThat(this.scheduler.untilNext()).isEqualTo(LATE);
    }

    @Test
    void whenLinksAreLostAsSoonAsTheyAreMadeThenTheNextOneIsLaterEachTimeUntilOneLasts() {
        this.fixture.lifecycle.start();
        for (int losses = 1; losses <= 4; losses++) {
            this.fixture.nextOnline().lose();
            assertDelay(losses, SOON.multipliedBy(1L << (losses - 1)));
        }
        ScriptedConnector.Attempt lasting = this.fixture.nextOnline();
        this.scheduler.advance(LATE);
        lasting.lose();
        assertDelay(5, SOON);
    }

    /** Waits until an attempt is scheduled after about so long, and until it is made. */
    private void assertDelay(int failure, Duration expected) {
        Duration delay = Objects.requireNonNull(awaitFailure(failure).getDelay());
        assertThat(delay).isBetween(expected.multipliedBy(8).dividedBy(10), expected.multipliedBy(12).dividedBy(10));
        assertThat(this.scheduler.untilNext()).isEqualTo(delay);
        this.scheduler.advance(delay);
    }

    @Test
    void whenALoginIsToComeOnANewLinkSlowlyThenThatIsMadeAfterTheLongestDelay() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        link.listener().loggedOut("closed", Retry.SLOWLY);
        awaitStatus(AccountStatus.OFFLINE);
        assertThat(this.scheduler.untilNext()).isEqualTo(LATE);
        this.scheduler.advance(LATE);
        this.fixture.nextOnline();
        assertThat(link.closed).isDone();
        link.listener().loggedOut("of a former link", Retry.NEVER);
        assertThat(this.alice.status()).isEqualTo(AccountStatus.ONLINE);
    }

    @Test
    void whenAnAccountIsParkedThenACallSaysWhyAndAStartTriesAgain() {
        try (AccountsFixture parked = fixture(2)) {
            parked.lifecycle.start();
            parked.connector.next().fail(Retry.BACK_OFF);
            await().until(() -> this.scheduler.waiting() == 1);
            CompletableFuture<?> call = parked.accounts.get("alice").async().sendGroupMessage(1, MessageChain.of("hi"));
            this.scheduler.advance(SOON.multipliedBy(2));
            parked.connector.next().fail(Retry.BACK_OFF);
            assertThat(call).failsWithin(10, TimeUnit.SECONDS).withThrowableThat()
                .withCauseInstanceOf(AccountOfflineException.class).withMessageContaining("parked")
                .withMessageContaining("last failure: scripted");
            assertThat(parked.accounts.get("alice").status()).isEqualTo(AccountStatus.PARKED);
            parked.accounts.start("alice");
            parked.connector.next().fail(Retry.BACK_OFF);
            await().until(() -> this.scheduler.waiting() == 1);
        }
    }

    @Test
    void whenACallHasWaitedInVainThenNothingOfItIsKept() {
        this.fixture.lifecycle.start();
        this.fixture.connector.next();
        AccountSession session = Objects.requireNonNull(((ManagedAccount) this.alice).session());
        WeakReference<Object> call = new WeakReference<>(session.connected("sendGroupMessage", SOON));
        this.scheduler.advance(SOON);
        await().untilAsserted(() -> {
            System.gc();
            assertThat(call.get()).isNull();
        });
    }

    @Test
    void whenACallIsMadeBeforeTheAccountsConnectThenItFailsAtOnceAndSaysWhy() {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        this.fixture.publisher.listen((event) -> {
            if (event instanceof ApplicationLaunchedEvent launched) {
                launched.getAriadne().async().sendGroupMessage(1, MessageChain.of("hi"))
                    .whenComplete((result, failure) -> failures.add(failure));
            }
        });
        this.fixture.lifecycle.start();
        await().until(() -> failures.size() == 1);
        assertThat(failures.get(0)).isInstanceOf(AccountOfflineException.class)
            .hasMessageContaining("has not begun to connect");
        this.fixture.connector.next();
    }

    @Test
    void whenALinkIsLostWhileTheAccountStopsThenThatIsToldAndNoAttemptFollows() {
        CompletableFuture<Void> companion = new CompletableFuture<>();
        this.fixture.accounts.join(new Companion(companion));
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        await().until(() -> this.fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        this.fixture.lifecycle.stop(() -> {
        });
        await().until(() -> companion.getNumberOfDependents() > 0);
        link.lose();
        assertThat(awaitFailure(1).getDelay()).isNull();
        assertThat(this.scheduler.waiting()).isZero();
        companion.complete(null);
        this.fixture.lifecycle.stop();
        assertThat(this.fixture.publisher.lifecycle()).containsExactly("ApplicationLaunched:alice",
                "AccountOnline:alice", "AccountLaunched:alice", "AccountOffline:alice",
                "AccountConnectionFailed:alice", "AccountShutdown:alice", "ApplicationShutdown:alice");
        assertThat(this.fixture.connector.count()).isEqualTo(1);
    }

    @Test
    void whenALoginComesAndGoesOfAStoppedAccountThenItStaysStopped() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        this.fixture.publisher.listen((event) -> {
            if (event.getClass().getSimpleName().equals("ApplicationShutdownEvent")) {
                link.listener().loggedOut("kicked", Retry.BACK_OFF);
                link.listener().loggedIn();
                link.lose();
            }
        });
        await().until(() -> this.fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        this.fixture.lifecycle.stop();
        assertThat(this.alice.status()).isEqualTo(AccountStatus.STOPPED);
        assertThat(this.fixture.publisher.lifecycle()).endsWith("AccountShutdown:alice", "AccountOffline:alice",
                "ApplicationShutdown:alice");
        assertThat(this.fixture.publisher.count(AccountConnectionFailedEvent.class)).isZero();
    }

    @Test
    void whenAStopComesWhileAnAttemptBeginsThenItsConnectionIsClosed() {
        CompletableFuture<Void> companion = new CompletableFuture<>();
        this.fixture.accounts.join(new Companion(companion));
        this.fixture.connector.onConnect((attempt) -> {
            this.fixture.lifecycle.stop(() -> {
            });
            await().until(() -> companion.getNumberOfDependents() > 0);
            attempt.succeed();
        });
        this.fixture.lifecycle.start();
        ScriptedConnector.Attempt attempt = this.fixture.connector.next();
        await().until(attempt.closed::isDone);
        companion.complete(null);
        this.fixture.lifecycle.stop();
        assertThat(this.observed).isEmpty();
        assertThat(this.fixture.publisher.count(AccountOnlineEvent.class)).isZero();
    }

    @Test
    void whenAStopComesWhileAnAttemptBeginsThenTheAttemptIsAbandoned() {
        CompletableFuture<Void> companion = new CompletableFuture<>();
        this.fixture.accounts.join(new Companion(companion));
        this.fixture.connector.onConnect((attempt) -> {
            this.fixture.lifecycle.stop(() -> {
            });
            await().until(() -> companion.getNumberOfDependents() > 0);
        });
        this.fixture.lifecycle.start();
        try {
            await().until(this.fixture.connector.next().future::isCancelled);
        }
        finally {
            companion.complete(null);
        }
        this.fixture.lifecycle.stop();
    }

    /** Lets a listener have the first event, and returns what lets it return. */
    private CountDownLatch holdListener(ScriptedConnector.Attempt link) {
        CountDownLatch inListener = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        this.fixture.publisher.listen((event) -> {
            inListener.countDown();
            await().until(() -> goOn.getCount() == 0);
        });
        link.receive(new Received(this.alice, 1));
        await().until(() -> inListener.getCount() == 0);
        return goOn;
    }

    @Test
    void whenMoreIsReceivedThanMayWaitThenItIsDroppedAndTheLinkIsToldWhenThereIsRoom() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        await().until(() -> this.fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        CountDownLatch goOn = holdListener(link);
        link.receive(new Received(this.alice, 2));
        assertThat(link.listener().hasCapacity()).isTrue();
        link.receive(new Received(this.alice, 3));
        assertThat(link.listener().hasCapacity()).isFalse();
        link.receive(new Received(this.alice, 4));
        link.listener().rejected("odd");
        assertThat(this.observed).containsExactly("connected", "received 1", "received 2", "received 3", "dropped 4",
                "rejected");
        assertThat(link.resumed).hasValue(0);
        goOn.countDown();
        await().until(() -> link.resumed.get() == 1);
        await().until(() -> this.fixture.publisher.count(Received.class) == 3);
        assertThat(link.listener().hasCapacity()).isTrue();
    }

    @Test
    void whenALinkCannotBeReadFurtherThenTheLogSaysSoAndWhatWasReceivedIsToldAllTheSame(CapturedOutput output) {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        await().until(() -> this.fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        link.refusal = () -> {
            throw new IllegalStateException("no more");
        };
        CountDownLatch goOn = holdListener(link);
        link.receive(new Received(this.alice, 2));
        link.receive(new Received(this.alice, 3));
        assertThat(link.listener().hasCapacity()).isFalse();
        goOn.countDown();
        await().until(() -> this.fixture.publisher.count(Received.class) == 3);
        assertThat(output.getOut()).containsOnlyOnce("The link of account 'alice' could not be read further")
            .contains("no more");
    }

    @Test
    void whenALinkCannotBeClosedThenTheLogSaysSoAndAnotherIsMadeAllTheSame(CapturedOutput output) {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        link.listener().loggedOut("kicked", Retry.BACK_OFF);
        link.refusal = () -> {
            throw new NoClassDefFoundError("no more");
        };
        this.scheduler.advance(SOON.multipliedBy(2));
        this.fixture.nextOnline();
        assertThat(output.getOut()).containsOnlyOnce("The link of account 'alice' could not be closed")
            .contains("no more");
    }

    private final class Observer implements AccountObserver {

        @Override
        public void connected(Ariadne ariadne) {
            AccountLinkTests.this.observed.add("connected");
        }

        @Override
        public void connectFailed(Ariadne ariadne) {
            AccountLinkTests.this.observed.add("failed");
        }

        @Override
        public void received(Ariadne ariadne, ReceivedEvent event) {
            AccountLinkTests.this.observed.add("received " + ((Received) event).number());
        }

        @Override
        public void dropped(Ariadne ariadne, ReceivedEvent event) {
            AccountLinkTests.this.observed.add("dropped " + ((Received) event).number());
        }

        @Override
        public void rejected(Ariadne ariadne) {
            AccountLinkTests.this.observed.add("rejected");
        }

    }

    private record Received(Ariadne ariadne, int number) implements ReceivedEvent {

        @Override
        public Conversation conversation() {
            return Conversation.group(1);
        }

    }

    /** Stops when the test says so. */
    private record Companion(CompletableFuture<Void> stopped) implements AccountCompanion {

        @Override
        public void launched(Ariadne ariadne) {
        }

        @Override
        public void online(Ariadne ariadne) {
        }

        @Override
        public void offline(Ariadne ariadne) {
        }

        @Override
        public CompletableFuture<Void> stop(Ariadne ariadne) {
            return this.stopped;
        }

    }

}
