package dev.ariadne.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One benchmark.
 *
 * @param name what is measured
 * @param subject the measurement of the product
 * @param baseline the measurement of the least there can be, null if there is no such thing
 * @param size how many of what is measured
 * @param roundsFactor how many times as many rounds as usual are made
 * @param figures what is compared
 */
record Row(String name, Class<? extends Measurement> subject, @Nullable Class<? extends Measurement> baseline, int size,
        int roundsFactor, List<Figure> figures) {

    /** What is measured from the start of its JVM, or of an application that is like no other before. */
    private static final Set<Class<? extends Measurement>> STARTS = Set.of(StartMeasurement.class,
            DiscoveryMeasurement.class, AccountMeasurement.class);

    /** For what differs much from one JVM to the next, and takes but seconds. */
    private static final int MANY = 5;

    /** Tells whether it is about the start of something, and so not of something that has been running for long. */
    boolean isStart() {
        return STARTS.contains(this.subject);
    }

    /**
     * What is compared.
     *
     * @param name its name
     * @param unit its unit
     * @param bar how many times the baseline it may be, null if there is no such bar
     */
    record Figure(String name, String unit, @Nullable Double bar) {

    }

    /** Returns all benchmarks. */
    static List<Row> all(int mostTasks) {
        List<Figure> tasks = List.of(new Figure("start", "ms", 1.5), new Figure("stop", "ms", 1.5),
                new Figure("heap", "B each", 2.0));
        List<Figure> calls = List.of(new Figure("p50", "µs", 1.2), new Figure("p99", "µs", null));
        return Stream.of(
                Stream.of(1_000, 10_000, 100_000, 1_000_000).filter((size) -> size <= mostTasks)
                    .map((size) -> new Row("tasks", TaskMeasurement.class, BareThreads.class, size, 1, tasks)),
                Stream.of(
                        new Row("events", EventMeasurement.class, RawEvents.class, 500_000, 1,
                                List.of(new Figure("cpu-per-event", "µs", 2.0),
                                        new Figure("events-per-second", "/s", null),
                                        new Figure("allocated-per-event", "B", null))),
                        new Row("calls, 1 caller", CallMeasurement.class, RawCalls.class, 1, 1, calls),
                        new Row("calls, 64 callers", CallMeasurement.class, RawCalls.class, 64, MANY, calls),
                        new Row("start of an application", StartMeasurement.class, PlainApplication.class, 1, MANY,
                                List.of(new Figure("start-up", "ms", 1.1), new Figure("heap", "B", 1.1))),
                        new Row("discovery among beans", DiscoveryMeasurement.class, PlainBeans.class, 10_000, MANY,
                                List.of(new Figure("start", "ms", 1.05))),
                        new Row("accounts in one JVM", AccountMeasurement.class, null, 1_000, 1,
                                List.of(new Figure("time-to-online", "ms", null),
                                        new Figure("time-to-reconnect", "ms", null),
                                        new Figure("platform-threads", "", null),
                                        new Figure("heap-per-account", "B", null)))))
            .flatMap((rows) -> rows).toList();
    }

}
