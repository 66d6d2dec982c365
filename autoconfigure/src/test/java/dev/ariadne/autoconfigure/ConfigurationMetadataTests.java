package dev.ariadne.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an IDE shows of the configuration, held against the records that are bound.
 */
class ConfigurationMetadataTests {

    private static final String ROOT = "ariadne";

    private static final Map<String, JsonNode> described = new TreeMap<>();

    private static final Map<String, JsonNode> hinted = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream stream = AriadneProperties.class
            .getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            assertThat(stream).isNotNull();
            JsonNode metadata = JsonMapper.shared().readTree(stream);
            metadata.get("properties").forEach((property) -> described.put(text(property, "name"), property));
            metadata.get("hints").forEach((hint) -> hinted.put(text(hint, "name"), hint));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static JsonNode of(Map<String, JsonNode> nodes, String key) {
        assertThat(nodes).containsKey(key);
        return Objects.requireNonNull(nodes.get(key));
    }

    /** Returns all keys there are; the name of an entry of a map is written as an asterisk. */
    static List<Key> keys() {
        return keysOf(ROOT, AriadneProperties.class).toList();
    }

    private static Stream<Key> keysOf(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap((component) -> {
            Key key = Key.of(prefix, component);
            Class<?> entry = ResolvableType.forType(component.getGenericType()).asMap().getGeneric(1).toClass();
            if (component.getType().isRecord()) {
                return keysOf(key.name(), component.getType());
            }
            return entry.isRecord() ? Stream.concat(Stream.of(key), keysOf(key.name() + ".*", entry)) : Stream.of(key);
        });
    }

    static Stream<Key> keysWithDefault() {
        return keys().stream().filter((key) -> key.defaultValue().isPresent());
    }

    static Stream<Key> keysOfEnums() {
        return keys().stream().filter((key) -> key.component().getType().isEnum());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void whenAKeyCanBeSetThenItIsDescribed(Key key) {
        assertThat(text(of(described, key.name()), "description")).isNotBlank().doesNotContain("{@");
    }

    @ParameterizedTest
    @MethodSource("keysWithDefault")
    void whenAKeyHasADefaultThenItIsShown(Key key) {
        JsonNode shown = of(described, key.name()).path("defaultValue");
        String expected = key.defaultValue().orElseThrow();
        if (shown.isNumber()) {
            assertThat(shown.asDouble()).isEqualTo(Double.parseDouble(expected));
        }
        else {
            assertThat(shown.asString("")).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("keysOfEnums")
    void whenAKeyTakesOneOfAFewValuesThenEachIsOffered(Key key) {
        List<String> offered = new ArrayList<>();
        of(hinted, key.name()).path("values").forEach((value) -> {
            offered.add(text(value, "value"));
            assertThat(text(value, "description")).isNotBlank();
        });
        assertThat(offered).containsExactlyInAnyOrder(Arrays.stream(key.component().getType().getEnumConstants())
            .map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toArray(String[]::new));
    }

    @Test
    void whenSomethingIsDescribedThenItCanBeSet() {
        // Those of the endpoint are Boot's own.
        assertThat(keys()).extracting(Key::name)
            .containsAll(described.keySet().stream().filter((key) -> key.startsWith(ROOT + ".")).toList());
    }

    /**
     * A key and the component of a record that it is bound to.
     */
    record Key(String name, RecordComponent component) {

        static Key of(String prefix, RecordComponent component) {
            Name name = component.getAccessor().getAnnotation(Name.class);
            String words = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            return new Key(prefix + "." + ((name != null) ? name.value() : words), component);
        }

        Optional<String> defaultValue() {
            return Arrays.stream(this.component.getDeclaringRecord().getDeclaredConstructors())
                .flatMap((constructor) -> Arrays.stream(constructor.getParameters()))
                .filter((parameter) -> parameter.getName().equals(this.component.getName()))
                .flatMap((parameter) -> Stream.ofNullable(parameter.getAnnotation(DefaultValue.class)))
                .flatMap((annotation) -> Arrays.stream(annotation.value()))
                .findFirst();
        }

        @Override
        public String toString() {
            return this.name;
        }

    }

}
