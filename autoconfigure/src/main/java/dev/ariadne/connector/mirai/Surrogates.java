package dev.ariadne.connector.mirai;

/**
 * Whether a text can be sent: the JDK's WebSocket breaks the link at half of a surrogate pair.
 */
final class Surrogates {

    private Surrogates() {
    }

    static boolean areWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                return false;
            }
            i++;
        }
        return true;
    }

}
