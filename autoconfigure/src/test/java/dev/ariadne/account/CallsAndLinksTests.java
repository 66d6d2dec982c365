package dev.ariadne.account;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountOfflineException;
import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.CallEffect;
import dev.ariadne.CallInterruptedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for calls that wait for the link of an account, or lose it.
 */
class CallsAndLinksTests {

    @Test
    void whenACallIsMadeWhileOfflineThenItWaitsForTheLink() throws Exception {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            ScriptedConnector.Attempt first = fixture.startOnline();
            await().until(() -> fixture.accounts.get("alice").status() == AccountStatus.ONLINE);
            first.lose();
            ScriptedConnector.Attempt second = fixture.connector.next();
            CompletableFuture<MessageReceipt> receipt = CompletableFuture
                .supplyAsync(() -> fixture.accounts.get("alice").sendGroupMessage(1, MessageChain.of("hi")));
            second.succeed();
            second.calls.poll(10, TimeUnit.SECONDS).complete(new MessageReceipt(1, 7));
            assertThat(receipt.get(10, TimeUnit.SECONDS)).isEqualTo(new MessageReceipt(1, 7));
        }
    }

    @Test
    void whenTheLinkIsLostDuringACallThenTheCallFailsAtOnceWithTheCallersStack() {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            await().until(() -> fixture.accounts.get("alice").status() == AccountStatus.ONLINE);
            CompletableFuture.runAsync(() -> {
                await().until(() -> !link.calls.isEmpty());
                link.lose();
            });
            assertThatExceptionOfType(ConnectionLostException.class)
                .isThrownBy(() -> fixture.accounts.get("alice").sendGroupMessage(1, MessageChain.of("hi")))
                .satisfies((ex) -> assertThat(ex.getStackTrace())
                    .anyMatch((frame) -> frame.getClassName().equals(getClass().getName())));
        }
    }

    @Test
    void whenTheCallingThreadIsInterruptedThenTheCallEndsAndTheThreadStaysInterrupted() throws Exception {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            ScriptedConnector.Attempt link = fixture.startOnline();
            await().until(() -> fixture.accounts.get("alice").status() == AccountStatus.ONLINE);
            CompletableFuture<CallEffect> interrupted = new CompletableFuture<>();
            Thread caller = interruptedCaller(fixture, interrupted);
            CompletableFuture<Object> call = link.calls.poll(10, TimeUnit.SECONDS);
            caller.interrupt();
            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isEqualTo(CallEffect.UNKNOWN);
            assertThat(call).isCancelled();
        }
    }

    @Test
    void whenTheCallingThreadIsInterruptedWhileItWaitsForTheLinkThenTheCallHadNoEffect() throws Exception {
        try (AccountsFixture fixture = new AccountsFixture("alice")) {
            fixture.startOnline().lose();
            ScriptedConnector.Attempt second = fixture.connector.next();
            CompletableFuture<CallEffect> interrupted = new CompletableFuture<>();
            Thread caller = interruptedCaller(fixture, interrupted);
            await().until(() -> caller.getState() == Thread.State.WAITING);
            caller.interrupt();
            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isEqualTo(CallEffect.NONE);
            second.succeed();
            assertThat(second.calls).isEmpty();
        }
    }

    /** Starts a thread that makes a call, and tells the effect of the call if it stays interrupted after it. */
    private static Thread interruptedCaller(AccountsFixture fixture, CompletableFuture<CallEffect> interrupted) {
        Thread caller = new Thread(() -> {
            try {
                fixture.accounts.get("alice").sendGroupMessage(1, MessageChain.of("hi"));
            }
            catch (CallInterruptedException ex) {
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.complete(ex.getEffect());
                }
            }
        });
        caller.start();
        return caller;
    }

    @Test
    void whenWaitingIsHopelessThenACallFailsAtOnceAndSaysWhy() {
        AccountsFixture fixture = new AccountsFixture("alice");
        Ariadne alice = fixture.accounts.get("alice");
        assertThatExceptionOfType(AccountOfflineException.class)
            .isThrownBy(() -> alice.sendGroupMessage(1, MessageChain.of("hi")));
        fixture.lifecycle.start();
        fixture.connector.next().fail(Retry.NEVER);
        await().until(() -> alice.status() == AccountStatus.PARKED);
        assertThatExceptionOfType(AccountOfflineException.class)
            .isThrownBy(() -> alice.sendGroupMessage(1, MessageChain.of("hi"))).withMessageContaining("parked")
            .withMessageContaining("scripted");
        fixture.lifecycle.stop();
        assertThatExceptionOfType(AccountOfflineException.class)
            .isThrownBy(() -> alice.sendGroupMessage(1, MessageChain.of("hi"))).withMessageContaining("stop");
    }

}
