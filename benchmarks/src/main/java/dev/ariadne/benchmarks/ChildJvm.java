package dev.ariadne.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a measurement in a JVM of its own.
 */
final class ChildJvm {

    private ChildJvm() {
    }

    /**
     * Runs a measurement.
     *
     * @param options options for the JVM
     * @param classPath what it is to find
     * @return its figures, by name
     */
    static Map<String, Double> measure(Class<? extends Measurement> measurement, int size, List<String> options,
            String classPath)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, ChildJvm.class.getName(),
                measurement.getName(), Integer.toString(size)));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Map<String, Double> figures = new LinkedHashMap<>();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        for (String line : output.lines().filter((line) -> line.startsWith(Measurement.FIGURE)).toList()) {
            String figure = line.substring(Measurement.FIGURE.length());
            int blank = figure.indexOf(' ');
            figures.put(figure.substring(0, blank), Double.valueOf(figure.substring(blank + 1)));
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException(measurement.getSimpleName() + " of " + size + " ended with code " + status);
        }
        return figures;
    }

    /** Runs the measurement that the arguments name, and prints its figures. */
    public static void main(String[] args) throws Exception {
        Measurement measurement = Class.forName(args[0]).asSubclass(Measurement.class).getDeclaredConstructor()
            .newInstance();
        measurement.run(Integer.parseInt(args[1]), Measurement.Figures.to(System.out));
        System.out.flush();
        // What was measured may have left threads behind.
        System.exit(0);
    }

}
