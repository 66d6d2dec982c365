package dev.ariadne.autoconfigure.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the values of a tag from growing without bound: the first names are used as they are, all further ones are
 * one.
 */
final class BoundedNames {

    static final String OTHER = "other";

    /** Far more tasks than people write, and few enough for a registry of meters. */
    private static final int LIMIT = 200;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    String bounded(String name) {
        if (this.known.contains(name)) {
            return name;
        }
        // Some threads may pass at the same time: the bound is not an exact one.
        return (this.known.size() < LIMIT && !name.isEmpty() && this.known.add(name)) ? name : known(name);
    }

    private String known(String name) {
        return this.known.contains(name) ? name : OTHER;
    }

}
