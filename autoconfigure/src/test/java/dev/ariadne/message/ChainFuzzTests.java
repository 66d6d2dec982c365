package dev.ariadne.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ariadne.json.MalformedJsonException;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text is a chain, or is refused as none; and what is a chain stays the same one.
 */
class ChainFuzzTests {

    private static final List<String> ODD_CODES = List.of("", "[", "[mirai:", "[mirai:]", "[mirai::]", "[mirai:at:]", "\\",
            "a\\", "[mirai:at:1\\]", "[mirai:at:9223372036854775808]", "[mirai:dice:0]", "[mirai:face:2147483648]",
            "[mirai:service:60,]", "[mirai:service:1]", "[mirai:service:7,x]", "[mirai:poke:,1,-1]",
            "[mirai:poke:x,126,9]", "[mirai:musicshare:,,,,,,]", "[mirai:atall:x]", "[mirai:rps:rock]",
            "[mirai:at:1][mirai:at:2", "[mirai:[mirai:at:1]]", "\\[mirai:at:1\\]", "\ud800", "[mirai:image:{}\\:.png]");

    private static final List<String> ODD_JSON = List.of("", "[]", "{}", "[1]", "[[]]", "[{\"type\":\"Plain\"}]",
            "[{\"type\":\"Plain\",\"text\":\"\\ud800\"}]", "[{\"type\":\"X\",\"type\":\"Y\",\"n\":1e999,\"m\":1e000}]",
            "[{\"type\":\"Face\",\"faceId\":4294967296}]", "[{\"type\":\"Source\",\"id\":1,\"time\":1e3}]",
            "[{\"type\":\"Source\",\"id\":1,\"time\":9223372036854775807}]", "[{\"type\":\"AtAll\",\"target\":1.5}]",
            "[{\"type\":\"Quote\",\"id\":1,\"origin\":[{\"type\":\"Quote\",\"id\":1,\"origin\":null}]}]",
            "[{\"type\":\"Forward\",\"nodeList\":[{}]}]", "[{\"type\":\"FlashImage\"},{\"type\":\"Voice\",\"length\":-1}]");

    private static Stream<MessageChain> chains() {
        return IntStream.range(0, 60).mapToObj((seed) -> new RandomChains(seed).ofAll(2));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<byte[]> json() {
        return Stream.concat(ODD_JSON.stream(), chains().map(MessageChain::toJson)).map(ChainFuzzTests::bytes);
    }

    static Stream<byte[]> codes() {
        return Stream.concat(ODD_CODES.stream(), chains().map(MessageChain::toMiraiCode)).map(ChainFuzzTests::bytes);
    }

    @MethodSource("json")
    @FuzzTest
    void whenAnyTextIsReadAsJsonThenItIsAChainThatStaysTheSameOrMalformed(byte[] input) {
        MessageChain chain;
        try {
            chain = MessageChain.fromJson(new String(input, StandardCharsets.UTF_8));
        }
        catch (MalformedJsonException ex) {
            return;
        }
        // As text: 1e0 is written as 1, which is the same number but another kind of node.
        MessageChain again = MessageChain.fromJson(chain.toJson());
        assertThat(again).hasToString(chain.toString());
        assertThat(again.toJson()).isEqualTo(chain.toJson());
        ChainJson.forSending(chain);
        assertStableCode(chain);
    }

    @MethodSource("codes")
    @FuzzTest
    void whenAnyTextIsReadAsMiraiCodeThenItIsAChainThatStaysTheSameOrRefused(byte[] input) {
        MessageChain chain;
        try {
            chain = MessageChain.ofMiraiCode(new String(input, StandardCharsets.UTF_8));
        }
        catch (IllegalArgumentException ex) {
            assertThat(ex).isExactlyInstanceOf(IllegalArgumentException.class);
            return;
        }
        assertThat(MessageChain.ofMiraiCode(chain.toMiraiCode())).isEqualTo(chain);
    }

    /** What mirai code has no words for is lost at once, and nothing more the next time. */
    private static void assertStableCode(MessageChain chain) {
        if (!chain.has(MiraiCode.class)) {
            String code = chain.toMiraiCode();
            assertThat(MessageChain.ofMiraiCode(code).toMiraiCode()).isEqualTo(code);
        }
    }

}
