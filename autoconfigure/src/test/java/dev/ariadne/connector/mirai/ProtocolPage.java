package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.json.JsonFields;
import dev.ariadne.message.ChainJson;
import dev.ariadne.message.MessageElement;
import dev.ariadne.message.UnknownElement;
import tools.jackson.databind.JsonNode;

/**
 * The rows that {@code docs/protocol.md} must have: what the transcripts and the types say.
 */
final class ProtocolPage {

    private static final String UNPROVEN = "none";

    /** The transcripts that were made to show one thing after the other come first. */
    private static final Comparator<Transcripts.Recorded> ORDER = Comparator.comparing(
            (recorded) -> !List.of("05-events.jsonl", "11-send-elements.jsonl").contains(recorded.file()));

    private ProtocolPage() {
    }

    /** Returns a row per type of event. */
    static List<String> events() {
        Map<String, String> rows = new TreeMap<>();
        Transcripts.allEvents().stream().sorted(ORDER).forEach((recorded) -> {
            ReceivedEvent event = MiraiEvents.read(EventRoundTripTests.recipient(recorded.json()),
                    new JsonFields(recorded.json(), "event"));
            String type = recorded.json().get("type").stringValue();
            rows.putIfAbsent(type, row(type, event.getClass().getName(), place(recorded)));
        });
        return List.copyOf(rows.values());
    }

    /** Returns a row per type of element. */
    static List<String> elements() {
        Map<String, String> received = proofs(Transcripts.allEvents().stream()
            .flatMap((event) -> part(event, event.json().path("messageChain"))));
        Map<String, String> sent = proofs(Transcripts.sentChains().stream()
            .filter(ProtocolPage::isChain).flatMap((chain) -> part(chain, chain.json())));
        List<String> rows = new ArrayList<>();
        Stream.of(MessageElement.class.getPermittedSubclasses()).filter(Predicate.not(UnknownElement.class::equals))
            .sorted(Comparator.comparing(Class::getSimpleName)).forEach((type) -> {
                String name = type.getSimpleName();
                rows.add(row(name, type.getName(), received.getOrDefault(name, UNPROVEN),
                        sent.getOrDefault(name, UNPROVEN)));
            });
        return rows;
    }

    private static boolean isChain(Transcripts.Recorded recorded) {
        return !ElementRoundTripTests.isMalformed(recorded);
    }

    private static Stream<Transcripts.Recorded> part(Transcripts.Recorded whole, JsonNode chain) {
        return chain.valueStream().map((element) -> new Transcripts.Recorded(whole.file(), whole.name(), element));
    }

    /** Returns for each known type of element the place that shows it first. */
    private static Map<String, String> proofs(Stream<Transcripts.Recorded> elements) {
        Map<String, String> proofs = new LinkedHashMap<>();
        elements.sorted(ORDER).forEach((recorded) -> {
            MessageElement element = ChainJson.read(dev.ariadne.json.Json.array().add(recorded.json()), "chain")
                .elements().get(0);
            if (!(element instanceof UnknownElement)) {
                proofs.putIfAbsent(recorded.json().get("type").stringValue(), place(recorded));
            }
        });
        return proofs;
    }

    private static String place(Transcripts.Recorded recorded) {
        return "`" + recorded.file().replace(".jsonl", "") + "` " + recorded.name();
    }

    private static String row(String type, String javaType, String... places) {
        return "| `" + type + "` | `" + javaType.replace("dev.ariadne.", "") + "` | "
                + String.join(" | ", Arrays.asList(places)) + " |";
    }

}
