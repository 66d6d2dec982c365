package dev.ariadne.account;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.ariadne.LaunchStage;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountShutdownEvent;
import dev.ariadne.event.ApplicationShutdownEvent;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for a stop while listeners are busy, or stop it themselves. One that joins a future is deaf to interrupts.
 */
@ExtendWith(OutputCaptureExtension.class)
class ListenersAtStopTests {

    private static final Duration QUARTER = Duration.ofSeconds(3);

    @Test
    void whenAListenerStopsTheApplicationThenItIsNeitherInterruptedNorWaitedFor() throws Exception {
        AccountsFixture fixture = new AccountsFixture("alice");
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        fixture.publisher.listen((event) -> {
            if (event instanceof AccountLaunchedEvent) {
                fixture.lifecycle.stop();
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        fixture.lifecycle.start();
        fixture.connector.next().succeed();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(fixture.publisher.lifecycle()).endsWith("ApplicationShutdown:alice");
    }

    @Test
    void whenAListenerOfTheShutdownDoesNotEndThenTheStopGoesOnWithoutIt(CapturedOutput output) {
        AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(0, 100, Duration.ofMillis(400)),
                "alice");
        fixture.startOnline();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        CompletableFuture<Void> release = new CompletableFuture<>();
        fixture.publisher.listen((event) -> {
            if (event instanceof AccountShutdownEvent) {
                release.join();
            }
        });
        fixture.lifecycle.stop();
        assertThat(fixture.publisher.lifecycle()).endsWith("AccountShutdown:alice", "AccountOffline:alice",
                "ApplicationShutdown:alice");
        assertThat(output.getOut().lines().filter((line) -> line.contains(" ERROR ")))
            .isNotEmpty().allMatch((line) -> line.contains("] alice "));
        release.complete(null);
    }

    @Test
    void whenAListenerIsInterruptedAndKeepsThatThenThoseOfTheShutdownAreNot() throws Exception {
        ManualScheduler time = new ManualScheduler();
        AccountsFixture fixture = inTheTimeOf(time);
        CountDownLatch inListener = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        fixture.publisher.listen((event) -> {
            if (event instanceof AccountLaunchedEvent) {
                inListener.countDown();
                if (isInterruptedBefore(new CountDownLatch(1))) {
                    Thread.currentThread().interrupt();
                }
            }
            else if (event instanceof AccountShutdownEvent) {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        fixture.startOnline();
        awaitLatch(inListener);
        CompletableFuture<Void> stopped = beginStop(fixture);
        awaitTimer(time, QUARTER);
        time.advance(QUARTER);
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
        await().until(stopped::isDone);
    }

    @Test
    void whenAListenerOfTheLaunchDoesNotEndThenTheShutdownIsPublishedPastIt() {
        AccountsFixture fixture = new AccountsFixture(AccountsFixture.settings(0, 100, Duration.ofMillis(400)),
                "alice");
        CountDownLatch inListener = new CountDownLatch(1);
        CompletableFuture<Void> release = new CompletableFuture<>();
        fixture.publisher.listen((event) -> {
            if (event instanceof AccountLaunchedEvent) {
                inListener.countDown();
                release.join();
            }
        });
        fixture.startOnline();
        awaitLatch(inListener);
        fixture.lifecycle.stop();
        assertThat(fixture.publisher.count(AccountShutdownEvent.class)).isEqualTo(1);
        assertThat(fixture.publisher.count(ApplicationShutdownEvent.class)).isEqualTo(1);
        release.complete(null);
    }

    @Test
    void whenNoListenerEndsThenTheStopTakesNoMoreThanItsTime() {
        ManualScheduler time = new ManualScheduler();
        AccountsFixture fixture = inTheTimeOf(time);
        CompletableFuture<Void> release = new CompletableFuture<>();
        fixture.publisher.listen((event) -> {
            if (event instanceof AccountLaunchedEvent || event instanceof AccountShutdownEvent
                    || event instanceof ApplicationShutdownEvent) {
                release.join();
            }
        });
        fixture.startOnline();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        CompletableFuture<Void> stopped = beginStop(fixture);
        // A quarter for each listener, and half a second until it is given up.
        Duration givenUp = QUARTER.plusMillis(500);
        awaitTimer(time, QUARTER);
        time.advance(givenUp);
        await().until(() -> fixture.publisher.count(AccountShutdownEvent.class) == 1);
        awaitTimer(time, QUARTER);
        time.advance(givenUp);
        await().until(() -> fixture.publisher.count(ApplicationShutdownEvent.class) == 1);
        awaitTimer(time, QUARTER);
        time.advance(givenUp);
        await().until(stopped::isDone);
        release.complete(null);
    }

    @Test
    void whenNothingHoldsUpTheShutdownThenItsListenersHaveHalfOfTheTime() throws Exception {
        ManualScheduler time = new ManualScheduler();
        AccountsFixture fixture = inTheTimeOf(time);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CountDownLatch release = new CountDownLatch(1);
        fixture.publisher.listen((event) -> {
            if (event instanceof AccountShutdownEvent) {
                interrupted.complete(isInterruptedBefore(release));
            }
        });
        fixture.startOnline();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        CompletableFuture<Void> stopped = beginStop(fixture);
        awaitTimer(time, QUARTER.multipliedBy(2));
        time.advance(QUARTER.multipliedBy(2).minusMillis(1));
        assertThat(interrupted).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        await().until(stopped::isDone);
    }

    @Test
    void whenAListenerHoldsUpTheShutdownAndIsInterruptedThenThoseOfTheShutdownHaveAQuarterOfTheTime() throws Exception {
        ManualScheduler time = new ManualScheduler();
        AccountsFixture fixture = inTheTimeOf(time);
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Void> cleanedUp = new CompletableFuture<>();
        CountDownLatch release = new CountDownLatch(1);
        fixture.publisher.listen((event) -> {
            if (event instanceof AccountLaunchedEvent) {
                held.complete(isInterruptedBefore(release));
                cleanedUp.join();
            }
            else if (event instanceof AccountShutdownEvent) {
                interrupted.complete(isInterruptedBefore(release));
            }
        });
        fixture.startOnline();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        CompletableFuture<Void> stopped = beginStop(fixture);
        awaitTimer(time, QUARTER);
        time.advance(QUARTER.plusMillis(400));
        assertThat(held.get(10, TimeUnit.SECONDS)).isTrue();
        cleanedUp.complete(null);
        await().until(() -> fixture.publisher.count(AccountShutdownEvent.class) == 1);
        awaitTimer(time, QUARTER);
        time.advance(QUARTER.minusMillis(1));
        assertThat(interrupted).isNotDone();
        release.countDown();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
        await().until(stopped::isDone);
    }

    private static AccountsFixture inTheTimeOf(ManualScheduler time) {
        return new AccountsFixture(AccountsFixture.settings(0, 100, QUARTER.multipliedBy(4)), AccountObserver.NONE,
                (name) -> time, "alice");
    }

    private static CompletableFuture<Void> beginStop(AccountsFixture fixture) {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        fixture.lifecycle.stop(() -> stopped.complete(null));
        return stopped;
    }

    /** Waits until the next timer rings after this time. */
    private static void awaitTimer(ManualScheduler time, Duration remaining) {
        await().until(() -> time.waiting() > 0 && time.untilNext().equals(remaining));
    }

    private static boolean isInterruptedBefore(CountDownLatch latch) {
        try {
            return !latch.await(10, TimeUnit.SECONDS);
        }
        catch (InterruptedException ex) {
            return true;
        }
    }

    @Test
    void whenAListenerStopsItsOwnAccountThenItDoesNotWaitForItself() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            fixture.publisher.listen((event) -> {
                if (event instanceof AccountLaunchedEvent) {
                    fixture.accounts.stop("alice");
                }
            });
            fixture.lifecycle.start();
            fixture.connector.next().succeed();
            await().until(() -> fixture.accounts.get("alice").launchStatus().stage() == LaunchStage.FINISHED);
            assertThat(fixture.publisher.count(AccountShutdownEvent.class)).isEqualTo(1);
        }
    }

    @Test
    void whenListenersOfTheShutdownMakeCallsThenTheLinkIsStillUp() {
        AccountsFixture fixture = new AccountsFixture("alice");
        ScriptedConnector.Attempt link = fixture.startOnline();
        await().until(() -> fixture.publisher.count(AccountLaunchedEvent.class) == 1);
        List<Boolean> open = new CopyOnWriteArrayList<>();
        fixture.publisher.listen((event) -> {
            CompletableFuture<MessageReceipt> receipt = CompletableFuture
                .supplyAsync(() -> fixture.accounts.get("alice").sendGroupMessage(1, MessageChain.of("bye")));
            await().until(() -> !link.calls.isEmpty());
            link.calls.remove().complete(new MessageReceipt(1, 1));
            open.add(receipt.join() != null && !link.closed.isDone());
        });
        fixture.lifecycle.stop();
        assertThat(open).containsExactly(true, true, true);
        assertThat(link.closed).isDone();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        }
        catch (InterruptedException ex) {
            throw new AssertionError(ex);
        }
    }

}
