package dev.ariadne.connector.mirai;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages in parts.
 */
class MessageAssemblerTests {

    private final MessageAssembler assembler = new MessageAssembler(5);

    @Test
    void whenATextComesInPartsThenItIsOneMessage() {
        assertThat(this.assembler.text("ab", false)).isNull();
        assertThat(this.assembler.text("", false)).isNull();
        assertThat(this.assembler.text("cde", true)).isEqualTo(Inbound.message("abcde"));
        assertThat(this.assembler.text("f", true)).isEqualTo(Inbound.message("f"));
    }

    @Test
    void whenATextIsTooLongThenItIsSkippedOnceAndTheNextIsNot() {
        assertThat(this.assembler.text("abcd", false)).isNull();
        assertThat(this.assembler.text("ef", false)).isNull();
        assertThat(this.assembler.text("g", true)).isEqualTo(Inbound.skipped("a message of more than 5 characters"));
        assertThat(this.assembler.text("hijkl", true)).isEqualTo(Inbound.message("hijkl"));
    }

    @Test
    void whenACharacterIsSplitBetweenBinaryPartsThenItIsWhole() {
        byte[] bytes = "你".getBytes(StandardCharsets.UTF_8);
        assertThat(this.assembler.binary(ByteBuffer.wrap(bytes, 0, 1), false)).isNull();
        assertThat(this.assembler.binary(ByteBuffer.wrap(bytes, 1, 2), true)).isEqualTo(Inbound.message("你"));
    }

    @Test
    void whenABinaryMessageIsTooLongThenItIsSkipped() {
        assertThat(this.assembler.binary(ByteBuffer.allocate(6), true))
                .isEqualTo(Inbound.skipped("a message of more than 5 characters"));
    }

}
