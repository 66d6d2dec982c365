package dev.ariadne.call;

import java.util.List;

/**
 * What the parameters of calls must be, said before the platform refuses them in its own words.
 */
final class Arguments {

    private Arguments() {
    }

    static String notBlank(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(capitalized(what) + " is blank; give at least one visible character");
        }
        return text;
    }

    static <T> List<T> notEmpty(List<T> list, String what) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(capitalized(what) + " are missing; give at least one");
        }
        return List.copyOf(list);
    }

    private static String capitalized(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }

}
