package dev.ariadne.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs the benchmarks and writes what they say: {@code Benchmarks RESULTS [name-part …]}.
 * <p>
 * Subject and baseline are measured in turn, each round in new processes, so that what disturbs the machine disturbs
 * both. What is told is the median of the rounds.
 */
final class Benchmarks {

    private static final int ROUNDS = Integer.getInteger("benchmarks.rounds", 5);

    private static final int MOST_TASKS = Integer.getInteger("benchmarks.tasks", 1_000_000);

    private final List<String> options = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Process server = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
                System.getProperty("java.class.path"), SyntheticServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader output = new BufferedReader(
                new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Benchmarks benchmarks = new Benchmarks(output.readLine());
            List<String> wanted = Arrays.asList(args).subList(1, args.length);
            Results results = new Results();
            for (Row row : Row.all(MOST_TASKS)) {
                if (wanted.isEmpty() || wanted.stream().anyMatch(row.name()::contains)) {
                    results.add(row, benchmarks.measure(row));
                }
            }
            results.write(Path.of(args[0]));
        }
        finally {
            server.destroy();
        }
    }

    private Benchmarks(String port) {
        String heap = Runtime.getRuntime().maxMemory() / 1024 / 1024 + "m";
        // A heap that grows while it is measured would be measured too.
        this.options.addAll(List.of("-D" + SyntheticServer.PORT + "=" + port, "-Xms" + heap, "-Xmx" + heap));
    }

    private Map<String, Comparison> measure(Row row) throws IOException, InterruptedException {
        Map<String, List<Double>> subject = new LinkedHashMap<>();
        Map<String, List<Double>> baseline = new LinkedHashMap<>();
        List<String> options = optionsFor(row);
        for (int round = 0; round < ROUNDS * row.roundsFactor(); round++) {
            if (row.baseline() != null) {
                collect(ChildJvm.measure(row.baseline(), row.size(), options, withoutStarter()), baseline);
            }
            collect(ChildJvm.measure(row.subject(), row.size(), options, classPath()), subject);
        }
        return row.figures().stream().collect(Collectors.toMap(Row.Figure::name,
                (figure) -> Comparison.of(subject.get(figure.name()), baseline.get(figure.name())), (a, b) -> a,
                LinkedHashMap::new));
    }

    private List<String> optionsFor(Row row) {
        List<String> options = new ArrayList<>(this.options);
        if (!row.isStart()) {
            // What has been running for long has used all of its heap before; the first use of memory is slow.
            options.add("-XX:+AlwaysPreTouch");
        }
        return options;
    }

    private static void collect(Map<String, Double> figures, Map<String, List<Double>> all) {
        figures.forEach((name, value) -> all.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String withoutStarter() {
        return Arrays.stream(classPath().split(File.pathSeparator))
            .filter((entry) -> !entry.contains("ariadne-spring-boot-"))
            .collect(Collectors.joining(File.pathSeparator));
    }

}
