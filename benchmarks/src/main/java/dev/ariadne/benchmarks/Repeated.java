package dev.ariadne.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is over in a moment is measured several times in one JVM: otherwise what disturbs the machine for a moment would
 * be most of what is told.
 */
final class Repeated {

    /** How many things are measured in all, at least, unless that took too often. */
    private static final int ENOUGH = 200_000;

    private static final int MOST_TIMES = 20;

    private Repeated() {
    }

    /** Measures so often that enough has been measured, or often enough, and tells the medians. */
    static void measure(Measurement once, int size, Measurement.Figures figures) throws Exception {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        int times = Math.clamp((long) ENOUGH / size, 1, MOST_TIMES);
        for (int time = 0; time < times; time++) {
            once.run(size, (name, value) -> all.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value));
        }
        all.forEach((name, values) -> figures.add(name, Comparison.median(values)));
    }

}
