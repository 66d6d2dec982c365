package dev.ariadne.background;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

import dev.ariadne.CallInterruptedException;

/**
 * Tells the marks of an interruption from other failures.
 */
final class Interruptions {

    private Interruptions() {
    }

    /** Tells whether a run that was asked to stop may be expected to end by this. */
    static boolean isInterruption(Throwable failure) {
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof InterruptedException || cause instanceof CancellationException
                    || cause instanceof CallInterruptedException || cause instanceof ClosedByInterruptException
                    || cause instanceof InterruptedIOException) {
                return true;
            }
        }
        return false;
    }

}
