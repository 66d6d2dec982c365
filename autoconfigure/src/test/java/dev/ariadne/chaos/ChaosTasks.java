package dev.ariadne.chaos;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import dev.ariadne.Ariadne;
import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundScope;
import dev.ariadne.background.OnStop;
import dev.ariadne.background.Restart;
import dev.ariadne.background.RestartPolicy;
import dev.ariadne.message.MessageChain;

/**
 * Tasks of every character.
 */
class ChaosTasks {

    private static final MessageChain TICK = MessageChain.of("tick");

    private final Ledger ledger;

    ChaosTasks(Ledger ledger) {
        this.ledger = ledger;
    }

    @AriadneBackground("steady")
    void steady(Ariadne ariadne, BackgroundContext context) throws InterruptedException {
        within(context, () -> {
            while (context.isActive()) {
                call(ariadne);
                context.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(10, 200)));
            }
        });
    }

    @AriadneBackground("failing")
    void failing(BackgroundContext context) throws InterruptedException {
        within(context, () -> {
            context.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(100)));
            throw new IllegalStateException("fails on purpose");
        });
    }

    /** Does not hear the first interrupt, and ends a while later. */
    @AriadneBackground("hard-of-hearing")
    void hardOfHearing(BackgroundContext context) throws InterruptedException {
        within(context, () -> {
            while (context.isActive()) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                Thread.interrupted();
            }
        });
    }

    /** Hears nothing at all for a while when it is told to stop, now and then for longer than a stop may take. */
    @AriadneBackground("deaf")
    void deaf(BackgroundContext context) throws InterruptedException {
        within(context, () -> {
            long deafFor = Duration.ofMillis(
                    (ThreadLocalRandom.current().nextInt(40) == 0) ? 4000 : 50).toNanos();
            while (context.isActive()) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                Thread.interrupted();
            }
            long toldAt = System.nanoTime();
            while (System.nanoTime() - toldAt < deafFor) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                Thread.interrupted();
            }
        });
    }

    /** Hangs, which is noticed. */
    @AriadneBackground(value = "hanging", stuckAfter = "500ms", restartWhenStuck = true)
    void hanging(BackgroundContext context) throws InterruptedException {
        within(context, () -> context.sleep(Duration.ofDays(1)));
    }

    /** Ends as soon as it has begun. */
    @AriadneBackground(value = "flapping", restart = @Restart(policy = RestartPolicy.ALWAYS))
    void flapping(BackgroundContext context) throws InterruptedException {
        within(context, () -> {
        });
    }

    @AriadneBackground(value = "connected", scope = BackgroundScope.CONNECTION)
    void connected(Ariadne ariadne, BackgroundContext context) throws InterruptedException {
        within(context, () -> {
            ariadne.async().sendFriendMessage(1, TICK).cancel(true);
            callAndGoOn(ariadne);
            context.sleep(Duration.ofDays(1));
        });
    }

    @AriadneBackground(value = "awaited", onStop = OnStop.AWAIT)
    void awaited(Ariadne ariadne, BackgroundContext context) throws InterruptedException {
        within(context, () -> {
            while (context.isActive()) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            call(ariadne);
        });
    }

    @AriadneBackground(value = "scheduled", fixedDelay = "50ms")
    void scheduled(BackgroundContext context) throws InterruptedException {
        within(context, () -> {
            if (ThreadLocalRandom.current().nextInt(20) == 0) {
                throw new IllegalStateException("fails on purpose");
            }
        });
    }

    @AriadneBackground(value = "application", scope = BackgroundScope.APPLICATION)
    void application(BackgroundContext context) throws InterruptedException {
        within(context, () -> context.sleep(Duration.ofDays(1)));
    }

    private void within(BackgroundContext context, Work work) throws InterruptedException {
        this.ledger.enter(context.taskName(), context.ariadne());
        try {
            work.run();
        }
        finally {
            this.ledger.leave(context.taskName(), context.ariadne());
        }
    }

    private void call(Ariadne ariadne) {
        long call = this.ledger.beginCall();
        try {
            ariadne.sendGroupMessage(40001, TICK);
            this.ledger.endCall(call, null);
        }
        catch (RuntimeException ex) {
            this.ledger.endCall(call, ex);
        }
    }

    private void callAndGoOn(Ariadne ariadne) {
        long call = this.ledger.beginCall();
        ariadne.async().sendFriendMessage(1, TICK)
            .whenComplete((receipt, failure) -> this.ledger.endCall(call,
                    (failure instanceof CompletionException) ? failure.getCause() : failure));
    }

    @FunctionalInterface
    private interface Work {

        void run() throws InterruptedException;

    }

}
