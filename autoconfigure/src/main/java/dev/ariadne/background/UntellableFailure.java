package dev.ariadne.background;

/**
 * Stands for a failure that cannot tell about itself, because its own {@code getMessage()} or {@code toString()} throws:
 * it would break whoever logs it.
 */
final class UntellableFailure extends RuntimeException {

    private UntellableFailure(Throwable failure) {
        super("a " + failure.getClass().getName() + " that cannot be described");
        setStackTrace(failure.getStackTrace());
    }

    /** Returns the failure itself, if it and its causes can be described. */
    static Throwable unlessTellable(Throwable failure) {
        if (failure.getClass() == InterruptedException.class && failure.getCause() == null) {
            // The JDK's own, with which most runs end.
            return failure;
        }
        try {
            for (Throwable cause : Causes.of(failure)) {
                String unused = cause + cause.getMessage() + cause.getLocalizedMessage();
            }
            return failure;
        }
        catch (RuntimeException | Error ex) {
            return new UntellableFailure(failure);
        }
    }

}
