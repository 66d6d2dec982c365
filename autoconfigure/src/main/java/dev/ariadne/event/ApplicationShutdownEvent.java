package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * The application is shutting down: published exactly once per stop, after the events of all accounts and before the
 * links close, bound to the default account whether that is online or not. If there is none any more, bound to that of
 * the launch; without a launch, because there was no account, it is not published.
 *
 * @since 0.1.0
 */
public class ApplicationShutdownEvent extends AriadneLifecycleEvent {

    public ApplicationShutdownEvent(Ariadne ariadne) {
        super(ariadne);
    }

}
