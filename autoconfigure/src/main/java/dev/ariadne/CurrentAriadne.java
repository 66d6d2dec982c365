package dev.ariadne;

import org.jspecify.annotations.Nullable;

/**
 * Binds an account to the running thread, for {@link Ariadne#current()}. For connectors, executors and bridges to
 * other ways of propagating a context; listeners and tasks find their account bound already.
 *
 * @since 0.1.0
 */
public final class CurrentAriadne {

    private static final ThreadLocal<@Nullable Ariadne> CURRENT = new ThreadLocal<>();

    private CurrentAriadne() {
    }

    /**
     * Returns the account bound to the running thread, or null.
     */
    public static @Nullable Ariadne get() {
        return CURRENT.get();
    }

    /**
     * Binds an account to the running thread, until the returned scope is closed by the same thread.
     */
    public static Scope bind(Ariadne ariadne) {
        Ariadne previous = CURRENT.get();
        CURRENT.set(ariadne);
        return () -> set(previous);
    }

    /**
     * Binds an account to the running thread, or none, without a way back.
     */
    public static void set(@Nullable Ariadne ariadne) {
        if (ariadne == null) {
            CURRENT.remove();
        }
        else {
            CURRENT.set(ariadne);
        }
    }

    static Ariadne require() {
        Ariadne ariadne = CURRENT.get();
        if (ariadne == null) {
            throw new IllegalStateException("No account is bound to the thread '" + Thread.currentThread().getName()
                    + "'. Ariadne.current() works in event listeners and background tasks; elsewhere inject the bean "
                    + Accounts.class.getName() + " and ask it for an account");
        }
        return ariadne;
    }

    /**
     * A binding, ended by closing it.
     */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();

    }

}
