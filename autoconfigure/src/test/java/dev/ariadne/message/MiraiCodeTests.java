package dev.ariadne.message;

import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Mirai code, as mirai-core 2.16.0 itself writes it.
 */
class MiraiCodeTests {

    @ParameterizedTest
    @MethodSource
    void whenMiraiHasCodeForAnElementThenItIsWrittenAndReadAlike(MessageElement element, String code) {
        assertThat(MessageChain.of(element).toMiraiCode()).isEqualTo(code);
        assertThat(MessageChain.ofMiraiCode(code)).isEqualTo(MessageChain.of(element));
    }

    static Stream<Arguments> whenMiraiHasCodeForAnElementThenItIsWrittenAndReadAlike() {
        return Stream.of(arguments(new Plain("a,b:c[d]e\\f\ng\rh\tü😀"), "a\\,b\\:c\\[d\\]e\\\\f\\ng\\rh\tü😀"),
                arguments(new At(5), "[mirai:at:5]"), arguments(new AtAll(), "[mirai:atall]"),
                arguments(new Face(14), "[mirai:face:14]"),
                arguments(Image.ofId("{F829B914-FC47-CFC9-C074-7C119C27CF1B}.png"),
                        "[mirai:image:{F829B914-FC47-CFC9-C074-7C119C27CF1B}.png]"),
                arguments(Image.ofId("{F829B914-FC47-CFC9-C074-7C119C27CF1B}.png").flash(),
                        "[mirai:flash:{F829B914-FC47-CFC9-C074-7C119C27CF1B}.png]"),
                arguments(new Poke(Poke.Kind.CHUO_YI_CHUO), "[mirai:poke:戳一戳,1,-1]"),
                arguments(new Poke("Rose"), "[mirai:poke:玫瑰花,126,2007]"),
                arguments(new Dice(3), "[mirai:dice:3]"),
                arguments(new App("{\"a\":[1,\"x:y\"]}"), "[mirai:app:{\"a\"\\:\\[1\\,\"x\\:y\"\\]}]"),
                arguments(new Xml("<a b='c,d:[e]'/>\n"), "[mirai:service:60,<a b='c\\,d\\:\\[e\\]'/>\\n]"),
                arguments(new Json("{}"), "[mirai:service:1,{}]"),
                arguments(new MusicShare("QQMusic", "t,:[", "s", "http://j", "http://p", "http://m", "b"),
                        "[mirai:musicshare:QQMusic,t\\,\\:\\[,s,http\\://j,http\\://p,http\\://m,b]"),
                arguments(new MiraiCode("[mirai:rps:rock]"), "[mirai:rps:rock]"),
                arguments(new MiraiCode("[mirai:vipface:2,爱心,2]"), "[mirai:vipface:2,爱心,2]"),
                arguments(new MiraiCode("[mirai:service:35,<x/>]"), "[mirai:service:35,<x/>]"),
                arguments(new MiraiCode("[mirai:poke:x,126,5]"), "[mirai:poke:x,126,5]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "a[b]c:d,e | a[b]c:d,e", "[mirai:atall:]! | @all!", "[mirai | [mirai",
        "[mirai:app:{\"a\":1,\"b\"}] | [app]", "[mirai:face:1][mirai:face:2]z | [face 1][face 2]z" })
    void whenCodeIsWrittenByHandThenItIsReadAsMiraiReadsIt(String code, String display) {
        assertThat(MessageChain.ofMiraiCode(code)).hasToString(display);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "ab[mirai:at:1 | 2 has no end", "a[mirai:at:x] | 11 is not a number",
        "[mirai:at] | 9 is not a number", "[mirai:at:1,name] | 10 is not a number", "a\\qb | 1 escapes nothing",
        "a\\ | 1 escapes nothing", "[mirai:at:\\1] | 10 escapes nothing", "[mirai:dice:9] | 12 is not from 1 to 6",
        "[mirai:face:99999999999] | 12 is too large", "[mirai:face:99999999999999999999] | 12 is not a number",
        "[mirai:poke:a,1] | 12 has 2 parts instead of 3", "[mirai:musicshare:a,b] | 18 has 2 parts instead of 7",
        "[mirai:atall:1] | 13 should not be there", "[mirai:service:60] | 15 has no content",
        "[mirai:] | 0 has no name", "[mirai::1] | 0 has no name", "[mirai:at:1\\] | 0 has no end" })
    void whenItIsNotMiraiCodeThenThePositionIsTold(String code, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> MessageChain.ofMiraiCode(code))
            .withMessage("Not mirai code: what is at position " + why);
    }

    @ParameterizedTest
    @ValueSource(ints = { 2000 })
    void whenAChainHasWhatMiraiCodeHasThenItComesBack(int count) {
        assertThat(LongStream.range(0, count).boxed()).allSatisfy((seed) -> {
            MessageChain chain = new RandomChains(seed).ofMiraiCode();
            assertThat(MessageChain.ofMiraiCode(chain.toMiraiCode())).isEqualTo(chain);
        });
    }

    @Test
    void whenSomethingHasNoMiraiCodeThenItIsLeftOut() {
        assertThat(MessageChain.of(new Plain("a"), new Quote(1), Image.ofUrl("http://h/a.png"), Voice.ofId("v"),
                new Face(null, "smile", false), new Poke("nope"), new MarketFace(1, "x"), new File("/1", "n", 1),
                new Forward(new Forward.ById(1)), new Plain("b")).toMiraiCode()).isEqualTo("ab");
        assertThat(MessageChain.ofMiraiCode("")).isEqualTo(MessageChain.empty());
    }

}
