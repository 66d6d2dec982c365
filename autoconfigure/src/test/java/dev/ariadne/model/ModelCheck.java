package dev.ariadne.model;

import java.util.Arrays;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.slf4j.LoggerFactory;

/**
 * Checks scenarios in a JVM of their own, since the model checker changes the classes that it looks at. The exit code
 * tells what it has found.
 */
final class ModelCheck {

    static final int NOTHING_FOUND = 0;

    static final int FOUND = 10;

    private static final int BROKEN = 1;

    private ModelCheck() {
    }

    /** Takes how many interleavings of each scenario are tried, and the classes of the scenarios. */
    public static void main(String[] args) throws ReflectiveOperationException {
        ((Logger) LoggerFactory.getLogger("dev.ariadne")).setLevel(Level.OFF);
        try {
            for (String name : List.of(args).subList(1, args.length)) {
                check(Class.forName(name).asSubclass(Runnable.class), Integer.parseInt(args[0]));
            }
        }
        catch (LincheckAssertionError | RuntimeException ex) {
            ex.printStackTrace();
            System.exit(tellsOfFailure(ex) ? FOUND : BROKEN);
        }
        System.exit(NOTHING_FOUND);
    }

    /** Some failures are found, but their interleaving cannot be shown once more, or not be written down. */
    private static boolean tellsOfFailure(Throwable ex) {
        return ex instanceof LincheckAssertionError || ex instanceof IllegalStateException
                || Arrays.stream(ex.getStackTrace())
                    .anyMatch((frame) -> frame.getClassName().equals(LincheckAssertionError.class.getName()));
    }

    private static void check(Class<? extends Runnable> type, int interleavings) throws ReflectiveOperationException {
        Runnable scenario = type.getDeclaredConstructor().newInstance();
        Lincheck.runConcurrentTest(interleavings, () -> scenario.run());
    }

}
