package dev.ariadne.connector.mirai;

import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what may be in a line that is logged: nothing that ends it, nor tells a terminal to do something.
 */
final class OneLine {

    private static final Pattern ODD = Pattern.compile("[\\p{Cc}\u2028\u2029]");

    private OneLine() {
    }

    static void assertOneLine(String text) {
        assertThat(ODD.matcher(text).find()).as(text).isFalse();
    }

}
