package dev.ariadne.account;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountOfflineException;
import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.AsyncAriadne;
import dev.ariadne.CallEffect;
import dev.ariadne.CallTimeoutException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.TargetNotFoundException;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.concurrent.ThreadMode;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Calls that nobody waits for on a thread.
 */
class AsyncCallsTests {

    private static final MessageReceipt RECEIPT = new MessageReceipt(40001, 6);

    private final List<String> outcomes = new CopyOnWriteArrayList<>();

    private AccountsFixture fixture = fixture(Duration.ofSeconds(10));

    private AccountsFixture fixture(Duration callTimeout) {
        ConnectSettings connect = new ConnectSettings(Duration.ofSeconds(10), Duration.ofMillis(1),
                Duration.ofMillis(5), 0, Duration.ofSeconds(30));
        AccountRuntimeSettings settings = new AccountRuntimeSettings(connect, 100, callTimeout,
                Duration.ofSeconds(10), false, ThreadMode.PLATFORM, AccountLifecycle.DEFAULT_PHASE);
        return new AccountsFixture(settings, new AccountObserver() {

            @Override
            public void called(Ariadne ariadne, String command, String outcome, Duration duration) {
                assertThat(duration).isBetween(Duration.ZERO, Duration.ofMinutes(5));
                AsyncCallsTests.this.outcomes.add(ariadne.name() + " " + command + " " + outcome);
            }

        }, "alice");
    }

    @AfterEach
    void close() {
        this.fixture.close();
    }

    private AsyncAriadne alice() {
        return this.fixture.accounts.get("alice").async();
    }

    private CompletableFuture<MessageReceipt> hi() {
        return alice().sendGroupMessage(40001, MessageChain.of("hi"));
    }

    private static CompletableFuture<Object> sent(ScriptedConnector.Attempt link) throws InterruptedException {
        return Objects.requireNonNull(link.calls.poll(10, TimeUnit.SECONDS), "no call was made");
    }

    private static <T extends Throwable> T failure(CompletableFuture<?> call, Class<T> type) {
        Throwable cause = catchThrowableOfType(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS))
            .getCause();
        assertThat(cause).isInstanceOf(type);
        return type.cast(cause);
    }

    private void awaitOutcome(String outcome) {
        await().untilAsserted(
                () -> assertThat(this.outcomes).containsExactly("alice sendGroupMessage " + outcome));
    }

    @Test
    void whenTheAnswerComesThenTheFutureHasIt() throws Exception {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        CompletableFuture<MessageReceipt> call = hi();
        assertThat(call).isNotDone();
        sent(link).complete(RECEIPT);
        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(RECEIPT);
        awaitOutcome("success");
    }

    @Test
    void whenTheAnswerComesThenNoTimerIsLeft() throws Exception {
        ManualScheduler scheduler = new ManualScheduler();
        try (AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(), AccountObserver.NONE,
                (name) -> scheduler, "alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            CompletableFuture<MessageReceipt> call = fixture.accounts.getDefault().async()
                .sendGroupMessage(40001, MessageChain.of("hi"));
            CompletableFuture<Object> sent = sent(link);
            await().until(() -> scheduler.waiting() == 1);
            sent.complete(RECEIPT);
            assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(RECEIPT);
            await().until(() -> scheduler.waiting() == 0);
        }
    }

    @Test
    void whenThePlatformRefusesThenTheFutureFailsWithTheSame() throws Exception {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        CompletableFuture<MessageReceipt> call = hi();
        TargetNotFoundException refusal = new TargetNotFoundException("alice", "sendGroupMessage", 5, "none");
        sent(link).completeExceptionally(refusal);
        assertThat(failure(call, TargetNotFoundException.class)).isSameAs(refusal);
        awaitOutcome("TargetNotFoundException");
    }

    @Test
    void whenTheAccountIsOfflineThenTheCallIsMadeWhenItIsBack() throws Exception {
        this.fixture.startOnline().lose();
        ScriptedConnector.Attempt second = this.fixture.connector.next();
        CompletableFuture<MessageReceipt> call = hi();
        assertThat(call).isNotDone();
        second.succeed();
        sent(second).complete(RECEIPT);
        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(RECEIPT);
        awaitOutcome("success");
    }

    @Test
    void whenTheAccountIsOfflineTooLongThenTheCallFailsWithoutEffect() {
        this.fixture = fixture(Duration.ofMillis(20));
        this.fixture.lifecycle.start();
        this.fixture.connector.next();
        AccountOfflineException failure = failure(hi(), AccountOfflineException.class);
        assertThat(failure).hasMessageContaining("ariadne.call-timeout").hasMessageContaining("CONNECTING");
        assertThat(failure.getEffect()).isEqualTo(CallEffect.NONE);
        awaitOutcome("AccountOfflineException");
    }

    @Test
    void whenWaitingIsHopelessThenTheCallFailsSoon() {
        this.fixture.lifecycle.start();
        this.fixture.connector.next().fail(Retry.NEVER);
        assertThat(failure(hi(), AccountOfflineException.class)).hasMessageContaining("parked");
    }

    @Test
    void whenNothingHasStartedThenTheCallFailsAtOnce() {
        assertThat(hi()).isCompletedExceptionally();
        awaitOutcome("AccountOfflineException");
    }

    @Test
    void whenTheAccountsHaveStoppedThenTheCallStillFails() {
        this.fixture.startOnline();
        this.fixture.lifecycle.stop();
        assertThat(failure(hi(), AccountOfflineException.class)).hasMessageContaining("stop");
        awaitOutcome("AccountOfflineException");
    }

    @Test
    void whenNoAnswerComesThenTheCallTimesOutAndALateAnswerIsIgnored() throws Exception {
        this.fixture = fixture(Duration.ofMillis(50));
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        CompletableFuture<MessageReceipt> call = hi();
        CompletableFuture<Object> sent = sent(link);
        CallTimeoutException failure = failure(call, CallTimeoutException.class);
        assertThat(failure.getEffect()).isEqualTo(CallEffect.UNKNOWN);
        await().until(sent::isCancelled);
        assertThat(sent.complete(RECEIPT)).isFalse();
        awaitOutcome("CallTimeoutException");
    }

    @Test
    void whenItIsCancelledWhileItWaitsForTheLinkThenItIsNeverSent() throws Exception {
        this.fixture.startOnline().lose();
        ScriptedConnector.Attempt second = this.fixture.connector.next();
        CompletableFuture<MessageReceipt> cancelled = hi();
        cancelled.cancel(true);
        CompletableFuture<MessageReceipt> next = hi();
        second.succeed();
        sent(second).complete(RECEIPT);
        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(RECEIPT);
        assertThat(second.calls).isEmpty();
        assertThat(this.outcomes).contains("alice sendGroupMessage CancellationException").hasSize(2);
    }

    @Test
    void whenItIsCancelledAfterItWasSentThenTheAnswerIsNotAwaited() throws Exception {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        CompletableFuture<MessageReceipt> call = hi();
        CompletableFuture<Object> sent = sent(link);
        call.cancel(true);
        assertThat(sent).isCancelled();
        assertThat(catchThrowableOfType(CancellationException.class, call::join)).isNotNull();
        awaitOutcome("CancellationException");
    }

    @Test
    void whenTheLinkIsLostThenTheCallFailsAtOnce() throws Exception {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        CompletableFuture<MessageReceipt> call = hi();
        await().until(() -> !link.calls.isEmpty());
        link.lose();
        assertThat(failure(call, ConnectionLostException.class).getEffect()).isEqualTo(CallEffect.UNKNOWN);
        awaitOutcome("ConnectionLostException");
    }

    @Test
    void whenTheConnectorCannotWriteTheCallThenTheFutureFails() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        link.refusal = () -> {
            throw new IllegalArgumentException("cannot be written");
        };
        assertThat(failure(hi(), IllegalArgumentException.class)).hasMessage("cannot be written");
        awaitOutcome("IllegalArgumentException");
    }

    @Test
    void whenTheConnectorLacksAClassThenTheFutureFails() {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        link.refusal = () -> {
            throw new NoClassDefFoundError("on purpose");
        };
        assertThat(failure(hi(), NoClassDefFoundError.class)).hasMessage("on purpose");
        awaitOutcome("NoClassDefFoundError");
    }

    @Test
    void whenTheConnectorLacksAClassThenTheMethodThatWaitsThrowsItAndTheCallCountsAsFailed() {
        this.fixture.startOnline().refusal = () -> {
            throw new NoClassDefFoundError("on purpose");
        };
        Ariadne alice = this.fixture.accounts.get("alice");
        await().until(() -> alice.status() == AccountStatus.ONLINE);
        assertThatExceptionOfType(NoClassDefFoundError.class)
            .isThrownBy(() -> alice.sendGroupMessage(20001, MessageChain.of("hi")));
        awaitOutcome("NoClassDefFoundError");
    }

    @Test
    void whenWhatDependsOnItBlocksThenTheThreadThatReadsDoesNot() throws Exception {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        CompletableFuture<String> completedBy = hi().thenApply((receipt) -> Thread.currentThread().getName());
        CompletableFuture<Object> sent = sent(link);
        Thread reader = new Thread(() -> sent.complete(RECEIPT), "reader");
        reader.start();
        reader.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(completedBy.get(10, TimeUnit.SECONDS)).startsWith("ariadne-listener-");
    }

    @Test
    void whenWhatDependsOnItBlocksThenTheCallHasEndedForTheObserver() throws Exception {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<Boolean> dependent = hi().thenApply((receipt) -> {
            try {
                return released.await(30, TimeUnit.SECONDS);
            }
            catch (InterruptedException ex) {
                return false;
            }
        });
        try {
            sent(link).complete(RECEIPT);
            awaitOutcome("success");
            assertThat(dependent).isNotDone();
        }
        finally {
            released.countDown();
        }
        assertThat(dependent.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenTheObserverThrowsThenTheFutureHasTheAnswer() throws Exception {
        AccountObserver throwing = new AccountObserver() {

            @Override
            public void called(Ariadne ariadne, String command, String outcome, Duration duration) {
                throw new IllegalStateException("on purpose");
            }

        };
        try (AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(), throwing, "alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            CompletableFuture<MessageReceipt> call = fixture.accounts.getDefault().async()
                .sendGroupMessage(40001, MessageChain.of("hi"));
            sent(link).complete(RECEIPT);
            assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(RECEIPT);
        }
    }

    @Test
    void whenTheUserCompletesItThenTheObserverIsToldOnce() throws Exception {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        CompletableFuture<MessageReceipt> call = hi();
        CompletableFuture<Object> sent = sent(link);
        MessageReceipt another = new MessageReceipt(40001, 7);
        call.complete(another);
        assertThat(this.outcomes).containsExactly("alice sendGroupMessage success");
        sent.complete(RECEIPT);
        assertThat(call).isCompletedWithValue(another);
        awaitOutcome("success");
    }

    @Test
    void whenItTimesOutThenWhatDependsOnItDoesNotBlockTheScheduler() throws Exception {
        this.fixture = fixture(Duration.ofMillis(50));
        this.fixture.startOnline();
        CompletableFuture<String> completedBy = hi()
            .handle((receipt, failure) -> Thread.currentThread().getName());
        assertThat(completedBy.get(10, TimeUnit.SECONDS)).startsWith("ariadne-listener-");
    }

    @Test
    void whenAnAnswerAndItsEndMeetThenTheObserverIsToldOnce() throws Exception {
        ScriptedConnector.Attempt link = this.fixture.startOnline();
        CompletableFuture<MessageReceipt> call = hi();
        CompletableFuture<Object> sent = sent(link);
        sent.complete(RECEIPT);
        call.get(10, TimeUnit.SECONDS);
        call.cancel(true);
        link.lose();
        awaitOutcome("success");
    }

}
