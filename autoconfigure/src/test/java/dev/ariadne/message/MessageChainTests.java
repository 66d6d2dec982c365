package dev.ariadne.message;

import java.time.Instant;

import org.junit.jupiter.api.Test;

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

}
