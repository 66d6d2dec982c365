package dev.ariadne.connector.mirai;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Puts messages together from the parts in which the JDK hands them over. A message that is too long is let go as it
 * comes, and reported once at its end. A binary message counts as text in UTF-8.
 */
final class MessageAssembler {

    private final int maxLength;

    private StringBuilder text = new StringBuilder();

    private ByteArrayOutputStream binary = new ByteArrayOutputStream();

    private boolean tooLong;

    MessageAssembler(int maxLength) {
        this.maxLength = maxLength;
    }

    /** Adds a part of a text; returns the message if it was the last part. */
    @Nullable Inbound text(CharSequence part, boolean last) {
        this.tooLong |= part.length() > this.maxLength - this.text.length();
        if (last && !this.tooLong && this.text.isEmpty()) {
            return Inbound.message(part.toString());
        }
        if (!this.tooLong) {
            this.text.append(part);
        }
        return last ? endOfText() : null;
    }

    private Inbound endOfText() {
        String message = this.text.toString();
        this.text = new StringBuilder();
        return endsTooLong() ? tooLong() : Inbound.message(message);
    }

    private boolean endsTooLong() {
        boolean tooLong = this.tooLong;
        this.tooLong = false;
        return tooLong;
    }

    private Inbound tooLong() {
        return Inbound.skipped("a message of more than " + this.maxLength + " characters");
    }

    /** Adds a part of a binary message; returns the message if it was the last part. */
    @Nullable Inbound binary(ByteBuffer part, boolean last) {
        this.tooLong |= part.remaining() > this.maxLength - this.binary.size();
        if (!this.tooLong) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            this.binary.writeBytes(bytes);
        }
        return last ? endOfBinary() : null;
    }

    private Inbound endOfBinary() {
        byte[] bytes = this.binary.toByteArray();
        this.binary = new ByteArrayOutputStream();
        return endsTooLong() ? tooLong() : decoded(bytes);
    }

    private static Inbound decoded(byte[] bytes) {
        try {
            return Inbound.message(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        }
        catch (CharacterCodingException ex) {
            return Inbound.skipped("a binary message that is not UTF-8");
        }
    }

}
