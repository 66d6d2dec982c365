package dev.ariadne.model;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.slf4j.LoggerFactory;

/**
 * Checks one scenario in a JVM of its own, since the model checker changes the classes that it looks at. The exit code
 * tells what it has found.
 */
final class ModelCheck {

    static final int NOTHING_FOUND = 0;

    static final int FOUND = 10;

    private ModelCheck() {
    }

    /** Takes the class of the scenario, and how many of its interleavings are tried. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Runnable scenario = Class.forName(args[0]).asSubclass(Runnable.class).getDeclaredConstructor().newInstance();
        ((Logger) LoggerFactory.getLogger("dev.ariadne")).setLevel(Level.OFF);
        try {
            Lincheck.runConcurrentTest(Integer.parseInt(args[1]), () -> scenario.run());
        }
        catch (LincheckAssertionError | IllegalStateException ex) {
            // The latter tells of a failure whose interleaving could not be shown once more.
            ex.printStackTrace();
            System.exit(FOUND);
        }
        System.exit(NOTHING_FOUND);
    }

}
