package dev.ariadne.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample as the build has processed it ahead of time, in a JVM of its own.
 */
class AotProcessedApplicationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<String> output = new CopyOnWriteArrayList<>();

    @Test
    void whenProcessedAheadOfTimeThenAllTasksListenersAndAccountsWork() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dspring.aot.enabled=true", "-cp", System.getProperty("java.class.path"),
                SampleApplication.class.getName(), "--server.port=0",
                "--ariadne.background.restart.initial-delay=1ms")
            .redirectErrorStream(true).start();
        Thread reader = new Thread(() -> read(process), "output");
        reader.start();
        try {
            await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(this.output).anyMatch((line) -> line.contains("Starting AOT-processed SampleApplication"))
                    .anyMatch((line) -> line.contains("The application is launched; its default account is alice"))
                    .anyMatch((line) -> line.contains("alice is launched"))
                    .anyMatch((line) -> line.contains("bob is launched"))
                    .anyMatch((line) -> line.contains("A friend says hello to alice"))
                    .anyMatch((line) -> line.contains("alice polls its feed"))
                    .anyMatch((line) -> line.contains("bob polls its feed"))
                    .anyMatch((line) -> line.contains("Heartbeat"))
                    .anyMatch((line) -> line.contains("Run 3 works"))
                    .anyMatch((line) -> line.contains("Started SampleApplication")));
            // Process.destroy() would close the output as well.
            assertThat(process.toHandle().destroy()).isTrue();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            reader.join();
            assertThat(this.output).anyMatch((line) -> line.contains("alice says good-bye"))
                .anyMatch((line) -> line.contains("bob says good-bye"))
                .anyMatch((line) -> line.contains("The application is shutting down"))
                .filteredOn((line) -> line.contains("Run 3 works")).hasSize(1);
        }
        finally {
            process.destroyForcibly().waitFor();
            reader.join();
        }
    }

    private void read(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(this.output::add);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
