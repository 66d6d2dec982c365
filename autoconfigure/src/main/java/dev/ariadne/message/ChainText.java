package dev.ariadne.message;

import java.util.ArrayList;
import java.util.List;

/**
 * The text within a chain, as a reader sees it.
 */
final class ChainText {

    private ChainText() {
    }

    private static boolean isVisible(MessageElement element) {
        return !(element instanceof Source || element instanceof Quote);
    }

    static boolean contains(MessageChain chain, String text) {
        StringBuilder run = new StringBuilder();
        for (MessageElement element : chain) {
            if (element instanceof Plain plain) {
                run.append(plain.text());
            }
            else if (isVisible(element)) {
                if (run.indexOf(text) >= 0) {
                    return true;
                }
                run.setLength(0);
            }
        }
        return run.indexOf(text) >= 0;
    }

    /** Returns the text before the first element that is something else. */
    static String leading(MessageChain chain) {
        StringBuilder text = new StringBuilder();
        for (MessageElement element : chain) {
            if (element instanceof Plain plain) {
                text.append(plain.text());
            }
            else if (isVisible(element)) {
                break;
            }
        }
        return text.toString();
    }

    /** Returns the text after the last element that is something else. */
    static String trailing(MessageChain chain) {
        StringBuilder text = new StringBuilder();
        for (MessageElement element : chain) {
            if (element instanceof Plain plain) {
                text.append(plain.text());
            }
            else if (isVisible(element)) {
                text.setLength(0);
            }
        }
        return text.toString();
    }

    /** Returns a chain without so many characters of its leading text; elements that become empty are left out. */
    static MessageChain withoutLeading(MessageChain chain, int length) {
        List<MessageElement> rest = new ArrayList<>();
        int left = length;
        for (MessageElement element : chain) {
            if (left > 0 && element instanceof Plain plain) {
                int cut = Math.min(left, plain.text().length());
                left -= cut;
                if (cut < plain.text().length()) {
                    rest.add(new Plain(plain.text().substring(cut)));
                }
            }
            else {
                rest.add(element);
            }
        }
        return MessageChain.of(rest);
    }

}
