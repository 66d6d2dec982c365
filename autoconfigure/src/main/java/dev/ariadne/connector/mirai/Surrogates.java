package dev.ariadne.connector.mirai;

/**
 * Whether a text can be sent: the JDK's WebSocket breaks the link at half of a surrogate pair.
 */
final class Surrogates {

    private Surrogates() {
    }

    static boolean areWhole(String text) {
        return text.codePoints()
            .noneMatch((point) -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

}
