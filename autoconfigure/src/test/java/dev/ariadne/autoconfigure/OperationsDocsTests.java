package dev.ariadne.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.autoconfigure.metrics.AriadneMetrics;
import dev.ariadne.background.BackgroundTaskObserver.Outcome;
import dev.ariadne.event.ReceivedEvent;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What operators take from {@code docs/} names metrics that exist.
 */
class OperationsDocsTests {

    private static final Path DOCS = Path.of("..", "docs");

    private static final Pattern METRIC = Pattern.compile("\\bariadne_[a-z_]+");

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @ParameterizedTest
    @ValueSource(strings = { "prometheus-rules.yml", "grafana-dashboard.json" })
    void whenAMetricIsNamedThenItExists(String file) throws IOException {
        Set<String> named = METRIC.matcher(Files.readString(DOCS.resolve(file))).results()
            .map((match) -> match.group()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(5).isSubsetOf(prometheusNames());
    }

    @Test
    void whenAMetricExistsThenThePageNamesIt() throws IOException {
        String page = Files.readString(DOCS.resolve("operations.md"));
        meters().forEach((meter) -> assertThat(page).contains("`" + meter.getId().getName() + "`"));
    }

    @Test
    void whenTheRulesAreReadThenEachAlertSaysWhatToDo() throws IOException {
        String rules = Files.readString(DOCS.resolve("prometheus-rules.yml"));
        Object loaded = new Yaml().load(rules);
        DocumentContext yaml = JsonPath.parse(loaded);
        int count = yaml.<List<Object>>read("$.groups[*].rules[*].alert").size();
        assertThat(count).isGreaterThan(5);
        assertThat(yaml.<List<Object>>read("$.groups[*].rules[*].expr")).hasSize(count);
        assertThat(yaml.<List<Object>>read("$.groups[*].rules[*].annotations.description")).hasSize(count);
    }

    @Test
    void whenTheDashboardIsReadThenItCanBeImported() throws IOException {
        DocumentContext json = JsonPath.parse(Files.readString(DOCS.resolve("grafana-dashboard.json")));
        assertThat(json.<Integer>read("$.schemaVersion")).isGreaterThan(30);
        assertThat(json.<Object>read("$.id")).isNull();
        assertThat(json.<List<String>>read("$.templating.list[?(@.type == 'datasource')].query"))
            .containsExactly("prometheus");
        assertThat(json.<List<String>>read("$.panels[*].targets[*].datasource.uid")).isNotEmpty()
            .containsOnly("${datasource}");
        assertThat(json.<List<Integer>>read("$.panels[*].id")).doesNotHaveDuplicates();
    }

    private Set<String> prometheusNames() {
        return meters().stream().flatMap((meter) -> prometheusNames(meter.getId())).collect(Collectors.toSet());
    }

    private static Stream<String> prometheusNames(Meter.Id meter) {
        String name = meter.getName().replace('.', '_');
        return switch (meter.getType()) {
            case COUNTER -> Stream.of(name + "_total");
            case TIMER -> Stream.of(name + "_seconds_count", name + "_seconds_sum", name + "_seconds_max");
            default -> Stream.of(name);
        };
    }

    private List<Meter> meters() {
        Ariadne alice = new TestAriadne("alice", 10001);
        AriadneMetrics metrics = new AriadneMetrics((ariadne) -> 0);
        metrics.bindTo(this.registry);
        metrics.added(alice);
        ReceivedEvent event = mock(ReceivedEvent.class);
        given(event.type()).willReturn("GroupMessage");
        metrics.received(alice, event);
        metrics.called(alice, "recall", "success", Duration.ZERO);
        metrics.runEnded(alice, "feed.poll", Outcome.COMPLETED, Duration.ZERO);
        metrics.restarted(alice, "feed.poll");
        metrics.parked(alice, "feed.poll");
        metrics.unstopped(alice, "feed.poll");
        metrics.stuck(alice, "feed.poll");
        return this.registry.getMeters();
    }

}
