package dev.ariadne.benchmarks;

import java.io.PrintStream;

/**
 * Something that a benchmark measures, in a JVM of its own.
 */
@FunctionalInterface
interface Measurement {

    /** How a figure is told to the process that asked for it. */
    String FIGURE = "FIGURE ";

    /**
     * Measures.
     *
     * @param size how many of what is measured
     * @param figures takes the figures
     * @throws Exception if it cannot be measured
     */
    void run(int size, Figures figures) throws Exception;

    /** Takes figures. */
    @FunctionalInterface
    interface Figures {

        /** Takes one figure. */
        void add(String name, double value);

        /** Returns what prints them for {@link ChildJvm}. */
        static Figures to(PrintStream out) {
            return (name, value) -> out.println(FIGURE + name + " " + value);
        }

    }

}
