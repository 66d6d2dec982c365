package dev.ariadne.autoconfigure.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToDoubleFunction;

import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * The meters of one account. Those that are named by what happens are made when it first happens, and kept, so that
 * counting costs a look-up in a map.
 */
final class AccountMeters {

    static final String ACCOUNT_TAG = "account";

    private final Ariadne ariadne;

    private final MeterRegistry registry;

    private final Tags tags;

    private final Queue<Meter> all = new ConcurrentLinkedQueue<>();

    private final Map<String, Counter> events = new ConcurrentHashMap<>();

    private final Map<CallKey, Timer> calls = new ConcurrentHashMap<>();

    private final Map<RunKey, Timer> runs = new ConcurrentHashMap<>();

    private final Map<TaskKey, Counter> tasks = new ConcurrentHashMap<>();

    private final BoundedNames types = new BoundedNames();

    private final BoundedNames commands = new BoundedNames();

    private final BoundedNames outcomes = new BoundedNames();

    private final BoundedNames taskNames = new BoundedNames();

    final Counter connects;

    final Counter connectFailures;

    final Counter dropped;

    final Counter rejected;

    AccountMeters(Ariadne ariadne, MeterRegistry registry, ToDoubleFunction<Ariadne> activeRuns) {
        this.ariadne = ariadne;
        this.registry = registry;
        this.tags = Tags.of(ACCOUNT_TAG, ariadne.name());
        this.connects = counter("ariadne.connects", "Links that came up");
        this.connectFailures = counter("ariadne.connect.failures", "Attempts to connect that failed, and links lost");
        this.dropped = counter("ariadne.events.dropped", "Received events dropped, since listeners were too slow");
        this.rejected = counter("ariadne.events.rejected", "Received frames that could not be understood");
        for (AccountStatus status : AccountStatus.values()) {
            gauge("ariadne.accounts", "Whether the account has the status", Tags.of("status", status.name()),
                    (account) -> (account.status() == status) ? 1 : 0);
        }
        gauge("ariadne.background.active", "Runs of background tasks that are under way", Tags.empty(), activeRuns);
    }

    boolean areOf(Ariadne ariadne) {
        return this.ariadne.equals(ariadne);
    }

    void received(String type) {
        this.events.computeIfAbsent(this.types.bounded(type), (key) -> counter("ariadne.events", "Received events", Tag.of("type", key)))
            .increment();
    }

    void called(String command, String outcome, Duration duration) {
        this.calls.computeIfAbsent(new CallKey(this.commands.bounded(command), this.outcomes.bounded(outcome)),
                (key) -> timer("ariadne.calls", "Calls, waiting for the link included", Tag.of("command", key.command()),
                        Tag.of("outcome", key.outcome())))
            .record(duration);
    }

    void runEnded(String task, String outcome, Duration duration) {
        this.runs.computeIfAbsent(new RunKey(this.taskNames.bounded(task), outcome),
                (key) -> timer("ariadne.background.runs", "Runs of background tasks", Tag.of("task", key.task()),
                        Tag.of("outcome", key.outcome())))
            .record(duration);
    }

    void count(TaskIncident incident, String task) {
        this.tasks.computeIfAbsent(new TaskKey(incident, this.taskNames.bounded(task)),
                (key) -> counter(key.incident().meterName(), key.incident().description(), Tag.of("task", key.task())))
            .increment();
    }

    private Counter counter(String name, String description, Tag... tags) {
        return kept(Counter.builder(name).description(description).tags(this.tags.and(tags)).register(this.registry));
    }

    private Timer timer(String name, String description, Tag... tags) {
        return kept(Timer.builder(name).description(description).tags(this.tags.and(tags)).register(this.registry));
    }

    private void gauge(String name, String description, Tags tags, ToDoubleFunction<Ariadne> value) {
        kept(Gauge.builder(name, this.ariadne, value).description(description).tags(this.tags.and(tags))
            .register(this.registry));
    }

    private <M extends Meter> M kept(M meter) {
        this.all.add(meter);
        return meter;
    }

    void remove() {
        this.all.forEach(this.registry::remove);
    }

    private record CallKey(String command, String outcome) {

    }

    private record RunKey(String task, String outcome) {

    }

    private record TaskKey(TaskIncident incident, String task) {

    }

}
