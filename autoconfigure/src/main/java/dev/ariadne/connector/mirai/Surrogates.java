package dev.ariadne.connector.mirai;

/**
 * Whether a text can be sent: the JDK's WebSocket breaks the link at half of a surrogate pair.
 */
final class Surrogates {

    private Surrogates() {
    }

    static boolean areWhole(String text) {
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                // A pair is one code point: this one has lost its other half.
                return false;
            }
            index += Character.charCount(codePoint);
        }
        return true;
    }

}
