package dev.ariadne.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A JVM of its own that runs {@link ChildApplication}.
 */
final class ChildJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // Its bit in a mask of signals.
    private static final long SIGINT = 0b10;

    // Spring itself brings micrometer-observation.
    private static final Pattern OPTIONAL = Pattern.compile("micrometer-(core|jakarta9)|context-propagation"
            + "|spring-boot-(starter-)?(actuator|health|micrometer|web|servlet|tomcat|http)"
            + "|spring-web|tomcat-|jakarta\\.servlet");

    private final Process process;

    private final List<String> output = new CopyOnWriteArrayList<>();

    private final Thread reader;

    private ChildJvm(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "child-output");
        this.reader.start();
    }

    static ChildJvm start(String... properties) throws IOException {
        return start(List.of(), properties);
    }

    static ChildJvm start(List<String> options, String... properties) throws IOException {
        List<String> command = new ArrayList<>(listeningToSigint());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), ChildApplication.class.getName(), "--spring.main.banner-mode=off",
                "--logging.level.root=info", "--spring.jmx.enabled=false"));
        for (String property : properties) {
            command.add("--" + property);
        }
        return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** What a shell starts in the background ignores SIGINT, and so do its children, unless they are told not to. */
    private static List<String> listeningToSigint() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return List.of();
        }
        long ignored = Files.readAllLines(status).stream().filter((line) -> line.startsWith("SigIgn:"))
            .mapToLong((line) -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
            .findFirst().orElse(0);
        return ((ignored & SIGINT) != 0) ? List.of("env", "--default-signal=INT") : List.of();
    }

    /** What an application has that adds the starter and nothing else: no web, no actuator, no metrics. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter((entry) -> !OPTIONAL.matcher(Path.of(entry).getFileName().toString()).lookingAt())
            .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(this.output::add);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    void awaitLine(String part) {
        await().atMost(PATIENCE).until(() -> {
            boolean said = said(part);
            assertThat(said || this.process.isAlive()).as("The child has ended:%n%s", output()).isTrue();
            return said;
        });
    }

    boolean said(String part) {
        return this.output.stream().anyMatch((line) -> line.contains(part));
    }

    long count(String part) {
        return this.output.stream().filter((line) -> line.contains(part)).count();
    }

    boolean isAlive() {
        return this.process.isAlive();
    }

    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits for the end of the process, and returns its exit code. */
    int awaitExit() throws InterruptedException {
        assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
        this.reader.join();
        return this.process.exitValue();
    }

    String output() {
        return String.join(System.lineSeparator(), this.output);
    }

    @Override
    public void close() throws InterruptedException {
        this.process.destroyForcibly().waitFor();
        this.reader.join();
    }

}
