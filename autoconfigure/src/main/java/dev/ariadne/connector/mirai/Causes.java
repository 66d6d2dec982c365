package dev.ariadne.connector.mirai;

import java.io.EOFException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

/**
 * Says in one line why something failed.
 */
final class Causes {

    private static final int MAX_COUNT = 100;

    private Causes() {
    }

    /** Returns a failure and its causes, which may go in a circle: not more of them than anybody needs. */
    static List<Throwable> of(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < MAX_COUNT; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** Returns the exception inside of what a future wraps around it, null if there is none. */
    static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        return (failure != null) ? unwrap(failure) : null;
    }

    /** Returns the exception inside of what a future wraps around it. */
    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return (failure instanceof CompletionException && cause != null) ? unwrap(cause) : failure;
    }

    /**
     * Tells whether a request failed because nobody listens at the address. A host name that cannot be looked up now
     * tells nothing about that.
     */
    static boolean isUnreachable(@Nullable Throwable failure) {
        return failure instanceof ConnectException && !isUnknownHost(failure);
    }

    /** Tells whether a host name could not be looked up. The JDK keeps such an answer, for ten seconds by default. */
    static boolean isUnknownHost(@Nullable Throwable failure) {
        return failure != null && of(failure).stream().anyMatch(UnresolvedAddressException.class::isInstance);
    }

    /** Returns the innermost message, or the type of the exception if it has none. */
    static String describe(Throwable failure) {
        String description = failure.getClass().getSimpleName();
        for (Throwable cause : of(failure)) {
            if (cause instanceof UnresolvedAddressException) {
                return "the host name is not known";
            }
            if (cause instanceof EOFException && cause.getMessage() == null) {
                return "the other side ended it without a word";
            }
            String message = cause.getMessage();
            if (message != null && !message.isBlank() && cause.getCause() == null) {
                description = message;
            }
        }
        return description;
    }

}
