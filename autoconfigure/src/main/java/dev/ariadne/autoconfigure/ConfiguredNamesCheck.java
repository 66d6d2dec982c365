package dev.ariadne.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Looks whether what is written below {@code ariadne.accounts} and {@code ariadne.background.tasks} is what is bound,
 * before it is. Without a word the binder ends a name at a dot, leaves out characters that it does not know, and passes
 * over keys of which there are none. Environment variables are not looked at: they may be those of somebody else.
 */
final class ConfiguredNamesCheck implements BeanFactoryPostProcessor {

    private static final String ARIADNE = "ariadne";

    /** What is between dots, or in brackets, which may have brackets within. */
    private static final Pattern ELEMENT = Pattern.compile("\\[((?:[^\\[\\]]|\\[[^\\[\\]]*])*)]|[^.\\[]+");

    private static final Pattern READABLE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");

    private static final List<Place> PLACES = List.of(
            new Place(List.of(ARIADNE, "accounts"), "an account", AccountProperties.class),
            new Place(List.of(ARIADNE, "background", "tasks"), "a background task", TaskProperties.class));

    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

    private final ConfigurableEnvironment environment;

    ConfiguredNamesCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Looks at the names of all properties.
     *
     * @throws InvalidConfigurationException if one would not be bound as it is written
     */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        Map<String, Element> spellings = new HashMap<>();
        List<ConfigurationProblem> problems = this.environment.getPropertySources()
            .stream()
            .filter((source) -> !(source instanceof SystemEnvironmentPropertySource))
            .flatMap((source) -> (source instanceof EnumerablePropertySource<?> enumerable)
                    ? Arrays.stream(enumerable.getPropertyNames()) : Stream.empty())
            .flatMap((name) -> problems(name, spellings))
            .distinct()
            .toList();
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
    }

    private static Stream<ConfigurationProblem> problems(String name, Map<String, Element> spellings) {
        if (!name.regionMatches(true, 0, ARIADNE, 0, ARIADNE.length())) {
            return Stream.empty();
        }
        List<Element> elements = ELEMENT.matcher(name).results().map(Element::of).toList();
        return PLACES.stream()
            .filter((place) -> place.isAncestorOf(elements))
            .flatMap((place) -> {
                List<Element> below = elements.subList(place.path().size(), elements.size());
                ConfigurationProblem problem = problem(place, name, below);
                return Stream.ofNullable((problem != null) ? problem
                        : otherSpelling(place, name, below.get(0), spellings));
            });
    }

    /** The binder would take both for one: it does not look at case, hyphens and underscores. */
    private static @Nullable ConfigurationProblem otherSpelling(Place place, String name, Element entry,
            Map<String, Element> spellings) {
        if (entry.bracketed()) {
            return null;
        }
        Element first = spellings.putIfAbsent(place.entry() + " " + entry.uniform().toLowerCase(Locale.ROOT), entry);
        return (first == null || first.text().equals(entry.text())) ? null
                : new ConfigurationProblem(name.substring(0, entry.end()), "'" + entry.text() + "' is the same name as '"
                        + first.text() + "', since case, hyphens and underscores do not count",
                        "Write it in one way, or give it another name.");
    }

    private static @Nullable ConfigurationProblem problem(Place place, String name, List<Element> elements) {
        int end = endOfName(place, elements);
        if (end > 1 || !elements.subList(0, end).stream().allMatch(Element::isReadable)) {
            return unreadable(name, elements.subList(0, end));
        }
        for (Element element : elements) {
            if (!element.isReadable()) {
                return unreadable(name, List.of(element));
            }
        }
        if (elements.size() == 1) {
            return null;
        }
        Class<?> lacking = lacking(place.type(), elements.subList(1, elements.size()));
        return (lacking == null) ? null : new ConfigurationProblem(name, place.entry() + " has no such key",
                "Use one of: " + keys(lacking) + ".");
    }

    /** Returns how many elements there are before the key of an entry, or 0 if there is none. */
    private static int endOfName(Place place, List<Element> elements) {
        // What is in brackets is the whole of a name, and what follows a name is a key if there is such a key.
        boolean one = elements.get(0).bracketed() || (elements.size() > 1 && isKey(place.type(), elements.get(1)));
        return IntStream.range(1, one ? Math.min(elements.size(), 2) : elements.size())
            .filter((end) -> lacking(place.type(), elements.subList(end, elements.size())) == null)
            .findFirst()
            .orElse(0);
    }

    private static ConfigurationProblem unreadable(String name, List<Element> elements) {
        String text = elements.stream().map(Element::text).collect(Collectors.joining("."));
        return new ConfigurationProblem(name.substring(0, elements.get(elements.size() - 1).end()),
                "'" + text + "' would be read as another name: without brackets it may have ASCII letters, digits, "
                        + "underscores, and hyphens within",
                "Write it in brackets and quotes: \"[" + text + "]\".");
    }

    private static boolean isKey(Class<?> type, Element element) {
        return Arrays.stream(components(type)).anyMatch((component) -> element.isCalled(component.getName()));
    }

    /** Returns the components of a record: to ask the JDK for each of thousands of names takes long. */
    private static RecordComponent[] components(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, Class::getRecordComponents);
    }

    /** Returns the type that lacks what the key names, or null if nothing is lacking. */
    private static @Nullable Class<?> lacking(Class<?> type, List<Element> key) {
        for (RecordComponent component : components(type)) {
            if (key.get(0).isCalled(component.getName())) {
                return lacking(type, component.getType(), key.subList(1, key.size()));
            }
        }
        return type;
    }

    private static @Nullable Class<?> lacking(Class<?> type, Class<?> component, List<Element> rest) {
        if (rest.isEmpty() || component == Map.class || component == List.class) {
            return null;
        }
        return component.isRecord() ? lacking(component, rest) : type;
    }

    private static String keys(Class<?> type) {
        return Arrays.stream(components(type))
            .map((component) -> DataObjectPropertyName.toDashedForm(component.getName()))
            .collect(Collectors.joining(", "));
    }

    /**
     * Where there are entries with names of the user's choice.
     *
     * @param path the name of the property above them
     * @param entry what one of them is
     * @param type what one of them is bound to
     */
    private record Place(List<String> path, String entry, Class<?> type) {

        boolean isAncestorOf(List<Element> elements) {
            return elements.size() > this.path.size() && IntStream.range(0, this.path.size())
                .allMatch((index) -> elements.get(index).isCalled(this.path.get(index)));
        }

    }

    /**
     * One element of the name of a property.
     *
     * @param text the element without brackets
     * @param uniform the same, as the binder compares it
     * @param bracketed whether it has brackets
     * @param end where it ends in the name
     */
    private record Element(String text, String uniform, boolean bracketed, int end) {

        static Element of(MatchResult match) {
            String inner = match.group(1);
            String text = (inner != null) ? inner : match.group();
            return new Element(text, text.replace("-", "").replace("_", ""), inner != null, match.end());
        }

        boolean isReadable() {
            return this.bracketed || READABLE.matcher(this.text).matches();
        }

        boolean isCalled(String name) {
            return this.uniform.equalsIgnoreCase(name);
        }

    }

}
