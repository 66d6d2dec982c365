package dev.ariadne.background;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What a failure was caused by.
 */
final class Causes {

    private Causes() {
    }

    /** Returns a failure and its causes: each once, though they may go in a circle. */
    static List<Throwable> of(Throwable failure) {
        if (failure.getCause() == null) {
            return List.of(failure);
        }
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

}
