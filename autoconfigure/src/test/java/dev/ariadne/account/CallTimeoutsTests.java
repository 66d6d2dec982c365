package dev.ariadne.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.ariadne.CallTimeoutException;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CallTimeoutsTests {

    private final ManualScheduler scheduler = new ManualScheduler();

    private final CallTimeouts timeouts = new CallTimeouts(this.scheduler);

    private final List<String> over = new ArrayList<>();

    private CallTimeouts.Limit add(String name, int seconds) {
        return this.timeouts.add(Duration.ofSeconds(seconds), () -> this.over.add(name));
    }

    @Test
    void whenLimitsAreAddedInAnyOrderThenEachIsExceededInItsTimeAndNotBefore() {
        add("ten", 10);
        add("five", 5);
        CallTimeouts.Limit twenty = add("twenty", 20);
        add("five again", 5);
        assertThat(this.scheduler.waiting()).isEqualTo(1);
        this.scheduler.advance(Duration.ofSeconds(5).minusNanos(1));
        assertThat(this.over).isEmpty();
        this.scheduler.advance(Duration.ofNanos(1));
        assertThat(this.over).containsExactly("five", "five again");
        this.scheduler.advance(Duration.ofSeconds(5));
        assertThat(this.over).endsWith("ten").hasSize(3);
        assertThat(twenty.isExceeded()).isFalse();
        this.scheduler.advance(Duration.ofSeconds(10));
        assertThat(this.over).endsWith("twenty").hasSize(4);
        assertThat(twenty.isExceeded()).isTrue();
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenALimitIsLiftedThenItIsNotExceededAndTheNextOneIs() {
        CallTimeouts.Limit first = add("first", 5);
        add("second", 7);
        first.lift();
        first.lift();
        this.scheduler.advance(Duration.ofSeconds(6));
        assertThat(this.over).isEmpty();
        this.scheduler.advance(Duration.ofSeconds(1));
        assertThat(this.over).containsExactly("second");
    }

    @Test
    void whenAllLimitsAreLiftedThenNoTimerIsLeft() {
        CallTimeouts.Limit first = add("first", 5);
        CallTimeouts.Limit second = add("second", 7);
        first.lift();
        second.lift();
        assertThat(this.scheduler.waiting()).isZero();
        add("third", 5);
        this.scheduler.advance(Duration.ofSeconds(5));
        assertThat(this.over).containsExactly("third");
    }

    @Test
    void whenALimitIsExceededThenWhatFollowsMayAddAnother() {
        this.timeouts.add(Duration.ofSeconds(1), () -> add("second", 1));
        this.scheduler.advance(Duration.ofSeconds(2));
        assertThat(this.over).containsExactly("second");
        assertThat(this.scheduler.waiting()).isZero();
    }

    @Test
    void whenClosedThenWhatIsLeftIsExceededAndWhatComesLaterIsAtOnce() {
        CallTimeouts.Limit lifted = add("lifted", 1);
        CallTimeouts.Limit left = add("left", 5);
        lifted.lift();
        this.timeouts.close();
        assertThat(this.over).containsExactly("left");
        assertThat(left.isExceeded()).isTrue();
        assertThat(lifted.isExceeded()).isFalse();
        assertThat(this.scheduler.waiting()).isZero();
        assertThat(add("late", 5).isExceeded()).isTrue();
        assertThat(this.over).containsExactly("left", "late");
    }

    @Test
    void whenALinkLeavesACallUnansweredThenTheStopEndsIt() throws Exception {
        CompletableFuture<MessageReceipt> call;
        try (AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(), AccountObserver.NONE,
                (name) -> this.scheduler, "alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            call = CompletableFuture.supplyAsync(
                    () -> fixture.accounts.getDefault().sendGroupMessage(40001, MessageChain.of("hi")));
            assertThat(link.calls.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(call).failsWithin(Duration.ofSeconds(10)).withThrowableOfType(ExecutionException.class)
            .withCauseInstanceOf(CallTimeoutException.class);
    }

    @Test
    void whenACallThatIsWaitedForHasNoAnswerInTimeThenItFailsAndALateAnswerIsIgnored() throws Exception {
        try (AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(), AccountObserver.NONE,
                (name) -> this.scheduler, "alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            CompletableFuture<MessageReceipt> call = CompletableFuture.supplyAsync(
                    () -> fixture.accounts.getDefault().sendGroupMessage(40001, MessageChain.of("hi")));
            CompletableFuture<Object> sent = Objects.requireNonNull(link.calls.poll(10, TimeUnit.SECONDS));
            await().until(() -> this.scheduler.waiting() == 1);
            this.scheduler.advance(this.scheduler.untilNext().minusNanos(1));
            assertThat(sent).isNotDone();
            this.scheduler.advance(Duration.ofNanos(1));
            assertThat(call).failsWithin(Duration.ofSeconds(10)).withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(CallTimeoutException.class);
            assertThat(sent).isCancelled();
            assertThat(this.scheduler.waiting()).isZero();
        }
    }

    @Test
    void whenACallThatIsWaitedForIsAnsweredThenNoTimerIsLeft() throws Exception {
        try (AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(), AccountObserver.NONE,
                (name) -> this.scheduler, "alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            CompletableFuture<MessageReceipt> call = CompletableFuture.supplyAsync(
                    () -> fixture.accounts.getDefault().sendGroupMessage(40001, MessageChain.of("hi")));
            CompletableFuture<Object> sent = Objects.requireNonNull(link.calls.poll(10, TimeUnit.SECONDS));
            await().until(() -> this.scheduler.waiting() == 1);
            sent.complete(new MessageReceipt(40001, 7));
            assertThat(call).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(new MessageReceipt(40001, 7));
            assertThat(this.scheduler.waiting()).isZero();
        }
    }

}
