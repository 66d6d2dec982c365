package dev.ariadne.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageChainTests {

    @Test
    void whenAChainIsMadeThenItKeepsItsElementsInOrder() {
        MessageChain chain = MessageChain.of(new Source(1, Instant.EPOCH), new Plain("a"), new At(30001),
                new Plain("b"), new AtAll(), new Face(14), Image.ofUrl("http://localhost/a.png"));
        assertThat(chain.elements()).hasSize(7);
        assertThat(chain.text()).isEqualTo("ab");
        assertThat(chain).hasToString("a@30001b@all[face 14][image]");
        assertThat(chain.first(At.class)).contains(new At(30001));
        assertThat(chain.first(Quote.class)).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
            .isThrownBy(() -> chain.elements().add(new Plain("c")));
    }

    @Test
    void whenChainsHaveTheSameElementsThenTheyAreEqual() {
        assertThat(MessageChain.of("a").plus(MessageChain.of(new At(1))))
            .isEqualTo(MessageChain.of(new Plain("a"), new At(1)))
            .hasSameHashCodeAs(MessageChain.of(new Plain("a"), new At(1)))
            .isNotEqualTo(MessageChain.of("a"));
    }

    @Test
    void whenAnElementSaysNothingThenItIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Face(null, null, false));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new Image(null, null, null, null, 0, 0, 0, null, false));
    }

    @Test
    void whenAnImageIsLoggedThenItsBytesAreLeftOut() {
        assertThat(Image.ofBytes(new byte[3000]).toString()).hasSizeLessThan(200);
    }

    @Test
    void whenAVoiceIsLoggedThenItsBytesAreLeftOut() {
        assertThat(Voice.ofBytes(new byte[3000]).toString()).hasSizeLessThan(200);
        assertThatIllegalArgumentException().isThrownBy(() -> new Voice(null, null, null, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dice(7)).withMessageContaining("7");
    }

    @Test
    void whenAFileOfThisMachineIsUsedThenItIsReadAtOnce(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.png"), new byte[] { 1, 2 });
        Image image = Image.ofFile(file);
        Voice voice = Voice.ofFile(file);
        Files.delete(file);
        assertThat(image).isEqualTo(Image.ofBytes(new byte[] { 1, 2 }));
        assertThat(voice).isEqualTo(Voice.ofBytes(new byte[] { 1, 2 }));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Image.ofFile(file))
            .withMessage("Cannot read " + file + ": NoSuchFileException");
    }

    @Test
    void whenElementsAreLookedForThenTheyAreFound() {
        MessageChain chain = MessageChain.of(new At(1), new Plain("a"), new At(2), new AtAll());
        assertThat(chain.all(At.class)).containsExactly(new At(1), new At(2));
        assertThat(chain.all(Face.class)).isEmpty();
        assertThat(chain.has(AtAll.class)).isTrue();
        assertThat(chain.has(Face.class)).isFalse();
        assertThat(chain.has(new At(2))).isTrue();
        assertThat(chain.has(new At(3))).isFalse();
        assertThat(chain.size()).isEqualTo(4);
        assertThat(chain.isEmpty()).isFalse();
        assertThat(MessageChain.empty().isEmpty()).isTrue();
    }

    @Test
    void whenAChainIsCutThenTheRestKeepsItsOrder() {
        MessageChain chain = MessageChain.of(new At(1), new Plain("a"), new At(2), new AtAll());
        assertThat(chain.subchain(1)).isEqualTo(MessageChain.of(new Plain("a"), new At(2), new AtAll()));
        assertThat(chain.subchain(1, 2)).isEqualTo(MessageChain.of("a"));
        assertThat(chain.subchain(4)).isEqualTo(MessageChain.empty());
        assertThat(chain.only(At.class)).isEqualTo(MessageChain.of(new At(1), new At(2)));
        assertThat(chain.without(At.class, AtAll.class)).isEqualTo(MessageChain.of("a"));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> chain.subchain(3, 5));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> chain.subchain(3, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> chain.subchain(-1));
    }

    @Test
    void whenChainsAreJoinedThenInOrder() {
        assertThat(MessageChain.of("a").plus(new At(1), new AtAll()).plus("b").plus(MessageChain.of("c")).elements())
            .containsExactly(new Plain("a"), new At(1), new AtAll(), new Plain("b"), new Plain("c"));
    }

    @Test
    void whenTextIsLookedForThenAcrossElementsThatAreNotSeen() {
        MessageChain chain = MessageChain.of(new Source(1, Instant.EPOCH), new Quote(2), new Plain("/ec"),
                new Plain("ho hi"), new At(1), new Plain("the"), new Quote(3), new Plain("re"));
        assertThat(chain.startsWith("/echo")).isTrue();
        assertThat(chain.startsWith("/echo hi")).isTrue();
        assertThat(chain.startsWith("/echo hit")).isFalse();
        assertThat(chain.startsWith("")).isTrue();
        assertThat(chain.endsWith("there")).isTrue();
        assertThat(chain.endsWith("hithere")).isFalse();
        assertThat(chain.contains("echo")).isTrue();
        assertThat(chain.contains("there")).isTrue();
        assertThat(chain.contains("hithe")).isFalse();
        assertThat(MessageChain.of(new At(1), new Plain("a")).startsWith("a")).isFalse();
        assertThat(MessageChain.of(new Plain("a"), new At(1)).endsWith("a")).isFalse();
    }

    @Test
    void whenAPrefixIsRemovedThenTheRestOfTheMessageIsLeft() {
        MessageChain chain = MessageChain.of(new Source(1, Instant.EPOCH), new Plain("/ec"), new Plain("ho hi"),
                new At(1), new Plain("/echo "));
        assertThat(chain.withoutPrefix("/echo ")).isEqualTo(MessageChain.of(new Source(1, Instant.EPOCH),
                new Plain("hi"), new At(1), new Plain("/echo ")));
        assertThat(chain.withoutPrefix("/echo hi").elements()).containsExactly(new Source(1, Instant.EPOCH),
                new At(1), new Plain("/echo "));
        assertThat(chain.withoutPrefix("hi")).isSameAs(chain);
        assertThat(chain.withoutPrefix("")).isEqualTo(chain);
    }

    @Test
    void whenAnyElementIsShownThenInOneWord() {
        assertThat(MessageChain.of(Image.ofId("i").flash(), Voice.ofId("v"), new Xml("x"), new Json("{}"),
                new App("{}"), new Poke(Poke.Kind.ROSE), new Dice(3), new MarketFace(1, "ROCK"),
                new MusicShare("QQMusic", "t", "s", "j", "p", "m", "b"), new Forward(new Forward.ById(1)),
                new File("/1", "a.txt", 1), ShortVideo.ofUrl("v", "t", "film"), new MiraiCode("[mirai:atall]"),
                new UnknownElement("New", dev.ariadne.json.Json.object())))
            .hasToString("[flash image][voice][xml][json][app][poke Rose][dice 3][ROCK][music t][forward of 1]"
                    + "[file a.txt][video film][mirai:atall][New]");
    }

}
