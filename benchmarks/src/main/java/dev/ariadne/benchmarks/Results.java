package dev.ariadne.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the benchmarks have said, as a table and as JSON.
 */
final class Results {

    private final List<Map<String, Object>> rows = new ArrayList<>();

    void add(Row row, Map<String, Comparison> comparisons) {
        for (Row.Figure figure : row.figures()) {
            Comparison comparison = comparisons.get(figure.name());
            if (comparison != null) {
                add(row, figure, comparison);
            }
        }
    }

    private void add(Row row, Row.Figure figure, Comparison comparison) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("benchmark", row.name());
        cells.put("size", row.size());
        cells.put("figure", figure.name());
        cells.put("unit", figure.unit());
        cells.put("ariadne", number(comparison.subject()));
        cells.put("baseline", number(comparison.baseline()));
        cells.put("ratio", (comparison.ratio() != null) ? String.format(Locale.ROOT, "%.2f", comparison.ratio()) : "");
        cells.put("bar", (figure.bar() != null) ? figure.bar() : "");
        this.rows.add(cells);
        System.out.println(line(cells));
    }

    private static String number(@Nullable Double value) {
        return (value != null) ? String.format(Locale.ROOT, (value < 100) ? "%.2f" : "%.0f", value) : "";
    }

    private static String line(Map<String, Object> cells) {
        StringBuilder line = new StringBuilder("|");
        cells.values().forEach((cell) -> line.append(' ').append(cell).append(" |"));
        return line.toString();
    }

    /** Writes {@code results.md} and {@code results.json} into a folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder table = new StringBuilder(machine()).append("\n\n");
        if (!this.rows.isEmpty()) {
            table.append("| ").append(String.join(" | ", this.rows.get(0).keySet())).append(" |\n|")
                .append("---|".repeat(this.rows.get(0).size())).append('\n');
        }
        this.rows.forEach((cells) -> table.append(line(cells)).append('\n'));
        Files.writeString(folder.resolve("results.md"), table);
        Files.writeString(folder.resolve("results.json"), JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
            .writeValueAsString(Map.of("machine", machine(), "rows", this.rows)));
    }

    private static String machine() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getAvailableProcessors() + " processors (" + system.getArch() + "), "
                + system.getTotalMemorySize() / 1024 / 1024 / 1024 + " GiB of memory, " + system.getName() + " "
                + system.getVersion() + ", Java " + Runtime.version();
    }

}
