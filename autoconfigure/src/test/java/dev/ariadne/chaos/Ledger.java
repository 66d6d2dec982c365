package dev.ariadne.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import dev.ariadne.Ariadne;
import dev.ariadne.CallFailedException;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountShutdownEvent;
import dev.ariadne.event.ApplicationShutdownEvent;
import dev.ariadne.event.BackgroundTaskUnstoppedEvent;
import dev.ariadne.event.message.FriendMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/**
 * Watches what must always hold, and writes down where it does not.
 */
class Ledger {

    final Queue<String> violations = new ConcurrentLinkedQueue<>();

    final LongAdder calls = new LongAdder();

    final LongAdder callsSucceeded = new LongAdder();

    final LongAdder callsFailed = new LongAdder();

    final LongAdder runs = new LongAdder();

    final LongAdder messages = new LongAdder();

    final AtomicInteger launches = new AtomicInteger();

    private final AtomicInteger shutdowns = new AtomicInteger();

    private final AtomicLong callNumbers = new AtomicLong();

    /** Since when calls that have not ended are under way. */
    private final Map<Long, Long> callsUnderWay = new ConcurrentHashMap<>();

    private final Map<String, Boolean> launched = new ConcurrentHashMap<>();

    private final Map<String, String> running = new ConcurrentHashMap<>();

    private final Map<String, Boolean> abandoned = new ConcurrentHashMap<>();

    private final Map<String, Long> lastNumbers = new ConcurrentHashMap<>();

    private final AtomicInteger applicationShutdowns = new AtomicInteger();

    void violated(String what) {
        this.violations.add(what);
    }

    @EventListener
    void on(AccountLaunchedEvent event) {
        this.launches.incrementAndGet();
        if (Boolean.TRUE.equals(this.launched.put(name(event.getAriadne()), true))) {
            violated(name(event.getAriadne()) + " was launched twice without a shutdown");
        }
    }

    @EventListener
    void on(AccountShutdownEvent event) {
        this.shutdowns.incrementAndGet();
        String account = name(event.getAriadne());
        if (!Boolean.TRUE.equals(this.launched.put(account, false))) {
            violated(account + " was shut down without a launch");
        }
        this.running.forEach((task, owner) -> {
            if (owner.equals(account) && !isOfApplication(task) && !this.abandoned.containsKey(task)) {
                violated(task + " is alive at the shutdown of its account");
            }
        });
    }

    @EventListener
    void on(ApplicationShutdownEvent event) {
        this.applicationShutdowns.incrementAndGet();
        this.running.keySet().stream().filter(Ledger::isOfApplication)
            .forEach((task) -> violated(task + " is alive at the shutdown of the application"));
        this.launched.forEach((account, launched) -> {
            if (launched) {
                violated(account + " has no shutdown before that of the application");
            }
        });
    }

    @EventListener
    void on(BackgroundTaskUnstoppedEvent event) {
        this.abandoned.put(key(event.getTaskName(), event.getAriadne()), true);
    }

    @EventListener
    void on(FriendMessage message) {
        this.messages.increment();
        long number = Long.parseLong(message.message().text());
        String conversation = name(message.ariadne()) + "/" + message.sender().id();
        Long before = this.lastNumbers.put(conversation, number);
        if (before != null && before > number) {
            violated(conversation + " heard " + number + " after " + before);
        }
    }

    /** A run begins. */
    void enter(String task, Ariadne ariadne) {
        this.runs.increment();
        // Whatever was abandoned has ended, or this one is the second run.
        this.abandoned.remove(key(task, ariadne));
        if (!isOfApplication(key(task, ariadne)) && !Boolean.TRUE.equals(this.launched.get(name(ariadne)))) {
            violated(key(task, ariadne) + " runs though its account is stopped");
        }
        if (this.running.put(key(task, ariadne), name(ariadne)) != null) {
            violated(key(task, ariadne) + " has two runs at once");
        }
    }

    /** A run ends. */
    void leave(String task, Ariadne ariadne) {
        this.running.remove(key(task, ariadne));
    }

    /** A call begins. Returns its number. */
    long beginCall() {
        this.calls.increment();
        long call = this.callNumbers.incrementAndGet();
        this.callsUnderWay.put(call, System.nanoTime());
        return call;
    }

    /** A call ends. */
    void endCall(long call, @Nullable Throwable failure) {
        this.callsUnderWay.remove(call);
        if (failure == null) {
            this.callsSucceeded.increment();
            return;
        }
        this.callsFailed.increment();
        if (!(failure instanceof CallFailedException)) {
            violated("a call failed by " + failure);
        }
    }

    /** Looks for calls that have been under way for too long. */
    void checkCalls(Duration longest) {
        long now = System.nanoTime();
        this.callsUnderWay.forEach((call, since) -> {
            if (now - since > longest.toNanos() && this.callsUnderWay.remove(call, since)) {
                violated("a call has not ended within " + longest);
            }
        });
    }

    /** Returns what does not hold after the end. */
    List<String> atTheEnd() {
        List<String> all = new ArrayList<>(this.violations);
        this.running.forEach((task, account) -> all.add(task + " has outlived the application"));
        if (this.launches.get() != this.shutdowns.get()) {
            all.add(this.launches + " launches and " + this.shutdowns + " shutdowns");
        }
        if (this.applicationShutdowns.get() != 1) {
            all.add("the application was shut down " + this.applicationShutdowns + " times");
        }
        if (this.calls.sum() != this.callsSucceeded.sum() + this.callsFailed.sum()) {
            all.add((this.calls.sum() - this.callsSucceeded.sum() - this.callsFailed.sum()) + " calls never ended");
        }
        return all;
    }

    /** Such a task outlives the account that it is bound to. */
    private static boolean isOfApplication(String task) {
        return task.startsWith("application@");
    }

    private static String name(Ariadne ariadne) {
        return ariadne.name();
    }

    private static String key(String task, Ariadne ariadne) {
        return task + "@" + ariadne.name();
    }

}
