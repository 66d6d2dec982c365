package dev.ariadne.benchmarks;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The medians of a figure.
 *
 * @param subject of the product
 * @param baseline of the baseline, null if there is none
 */
record Comparison(double subject, @Nullable Double baseline) {

    static Comparison of(@Nullable List<Double> subject, @Nullable List<Double> baseline) {
        if (subject == null) {
            throw new IllegalStateException("A measurement did not tell a figure that is compared");
        }
        return new Comparison(median(subject), (baseline != null) ? median(baseline) : null);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Nullable Double ratio() {
        return (this.baseline != null) ? Double.valueOf(this.subject / this.baseline) : null;
    }

}
