package dev.ariadne.connector.mirai;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.ariadne.json.Json;
import dev.ariadne.json.MalformedJsonException;
import dev.ariadne.message.ChainJson;
import dev.ariadne.message.MessageChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Chains that a client has sent to a real server, there and back. Each line of a transcript is a case of its own.
 */
class ElementRoundTripTests {

    /** Chains that are none: the server refused them, but for the number that it took for a text. */
    private static final Map<String, String> MALFORMED = Map.of(
            "sendFriendMessage.no-type", "chain[0].type is missing",
            "Plain.text-missing", "chain[0].text is missing",
            "Plain.text-null", "chain[0].text is missing",
            "Plain.text-number", "chain[0].text is not text",
            "chain-as-object", "chain is not an array",
            "chain-of-strings", "chain[0] is not an object",
            "MusicShare.missing-field", "chain[0].title is missing");

    /** What this library never sends, since the server drops it. */
    private static final Set<String> NOT_SENT = Set.of("Source", "Quote");

    static List<Transcripts.Recorded> chains() {
        return Transcripts.sentChains().stream().filter((chain) -> !isMalformed(chain)).toList();
    }

    static boolean isMalformed(Transcripts.Recorded chain) {
        return MALFORMED.containsKey(chain.name());
    }

    @ParameterizedTest
    @MethodSource("chains")
    void whenARealServerWasSentAChainThenItIsWrittenAsItWas(Transcripts.Recorded recorded) {
        ArrayNode expected = Json.array();
        recorded.json().forEach((element) -> {
            if (!NOT_SENT.contains(element.get("type").stringValue())) {
                expected.add(element);
            }
        });
        if (recorded.name().equals("extra-field-in-element")) {
            ((ObjectNode) expected.get(0)).remove("zzz");
        }
        MessageChain chain = ChainJson.read(recorded.json(), "chain");
        assertThat(normal(ChainJson.forSending(chain))).isEqualTo(normal(expected));
        assertThat(MessageChain.fromJson(chain.toJson())).isEqualTo(chain);
    }

    @Test
    void whenWhatWasSentIsNoChainThenItIsRefusedAndThePlaceNamed() {
        List<Transcripts.Recorded> malformed = Transcripts.sentChains().stream()
            .filter(ElementRoundTripTests::isMalformed).toList();
        assertThat(malformed).extracting(Transcripts.Recorded::name).containsAll(MALFORMED.keySet());
        assertThat(malformed).allSatisfy((chain) ->
                assertThatExceptionOfType(MalformedJsonException.class)
                    .isThrownBy(() -> ChainJson.read(chain.json(), "chain")).withMessage(MALFORMED.get(chain.name())));
    }

    @Test
    void whenTheTranscriptsAreReadThenTheyHaveAllChains() {
        assertThat(chains()).hasSizeGreaterThan(60);
    }

    private static JsonNode normal(JsonNode json) {
        return Json.parse(Json.write(json));
    }

}
