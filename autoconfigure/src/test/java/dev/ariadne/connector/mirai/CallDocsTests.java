package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.ariadne.Ariadne;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of calls in {@code docs/protocol.md} has all of them, and is true.
 */
class CallDocsTests {

    private static final Path PAGE = Path.of("..", "docs", "protocol.md");

    private static final Pattern ROW = Pattern
        .compile("\\| `([^`]+)` \\| (.+) \\| `(\\w+)\\.(\\w+)` \\| (.+) \\| (.+) \\|");

    private static final Pattern LINE = Pattern.compile("(02|04) `([^`]+)`");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final List<String> METHODS = Arrays.stream(Ariadne.class.getMethods())
        .map((method) -> method.getName()).toList();

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(row.group(1), row.group(2), row.group(3) + "." + row.group(4), row.group(6)));
            }
        }
        return rows;
    }

    @Test
    void whenThereIsACallThenTheTableHasItsCommand() throws IOException {
        Map<String, String> forms = Commands.forms().stream()
            .collect(Collectors.toMap(CallDocsTests::nameOf, CallDocsTests::subCommandOf));
        Map<String, String> documented = rows().stream()
            .collect(Collectors.toMap(Row::call, (row) -> row.command().contains(" ")
                    ? row.command().substring(row.command().indexOf(' ') + 1) : ""));
        assertThat(documented).isEqualTo(forms);
    }

    private static String nameOf(CallForm<?, ?> form) {
        return form.type().getEnclosingClass().getSimpleName() + "." + form.type().getSimpleName();
    }

    private static String subCommandOf(CallForm<?, ?> form) {
        return (form.subCommand() != null) ? form.subCommand() : "";
    }

    @Test
    void whenAMethodIsNamedThenItExists() throws IOException {
        // A request is answered through its event.
        assertThat(rows().stream().filter((row) -> !row.call().startsWith("RequestCall."))).allSatisfy((row) -> assertThat(CODE.matcher(row.methods()).results()
            .map((name) -> name.group(1))).isNotEmpty().isSubsetOf(METHODS));
    }

    @Test
    void whenALineIsNamedThenItProvesTheCall() throws IOException {
        List<RecordedCall> good = CallRoundTripTests.good();
        for (Row row : rows()) {
            List<String> lines = LINE.matcher(row.proof()).results()
                .map((line) -> line.group(1) + " " + line.group(2)).toList();
            assertThat(lines.isEmpty()).as(row.toString()).isEqualTo(row.proof().startsWith("none"));
            for (String line : lines) {
                assertThat(good).as(line).anySatisfy((recorded) -> {
                    assertThat(recorded).hasToString(line);
                    assertThat(CallReading.read(recorded).getClass().getSimpleName())
                        .isEqualTo(row.call().substring(row.call().indexOf('.') + 1));
                });
            }
        }
    }

    private record Row(String command, String methods, String call, String proof) {

    }

}
