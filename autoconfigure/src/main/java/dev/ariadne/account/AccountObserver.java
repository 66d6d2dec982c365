package dev.ariadne.account;

import java.time.Duration;

import dev.ariadne.Ariadne;
import dev.ariadne.event.ReceivedEvent;

/**
 * Is told what the runtime of accounts counts, for metrics. Its methods are called often and on threads that read from
 * a link: they return at once and do not throw.
 *
 * @since 0.1.0
 */
public interface AccountObserver {

    /** An observer that counts nothing. */
    AccountObserver NONE = new AccountObserver() {
    };

    /**
     * An account was added.
     */
    default void added(Ariadne ariadne) {
    }

    /**
     * An account was removed: forget it.
     */
    default void removed(Ariadne ariadne) {
    }

    /**
     * The account's link is up.
     */
    default void connected(Ariadne ariadne) {
    }

    /**
     * An attempt to connect failed, or a link was lost.
     */
    default void connectFailed(Ariadne ariadne) {
    }

    /**
     * An event was received and is on its way to listeners.
     */
    default void received(Ariadne ariadne, ReceivedEvent event) {
    }

    /**
     * A received event was dropped, because too many wait for listeners.
     */
    default void dropped(Ariadne ariadne, ReceivedEvent event) {
    }

    /**
     * Something received could not be understood, and was skipped.
     */
    default void rejected(Ariadne ariadne) {
    }

    /**
     * A call has ended.
     *
     * @param command which call, such as {@code sendGroupMessage}
     * @param outcome {@code success}, or the simple name of the exception it ended by
     * @param duration how long it took, waiting for the link included
     */
    default void called(Ariadne ariadne, String command, String outcome, Duration duration) {
    }

}
