package dev.ariadne.connector.mirai;

/**
 * Whether a text can be sent: the JDK's WebSocket breaks the link at half of a surrogate pair.
 */
final class Surrogates {

    private Surrogates() {
    }

    static boolean areWhole(String text) {
        // A pair is one code point; what is left as a surrogate has lost its other half.
        return text.codePoints().noneMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

}
