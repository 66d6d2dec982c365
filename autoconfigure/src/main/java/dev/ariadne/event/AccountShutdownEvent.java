package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * An account is shutting down: published exactly once for each {@link AccountLaunchedEvent}, after the tasks of the
 * account have ended. If its link is up, the account can still make calls while the listeners run.
 *
 * @since 0.1.0
 */
public class AccountShutdownEvent extends AriadneLifecycleEvent {

    private final ShutdownReason reason;

    public AccountShutdownEvent(Ariadne ariadne, ShutdownReason reason) {
        super(ariadne);
        this.reason = reason;
    }

    /**
     * Returns why the account is shutting down.
     */
    public ShutdownReason getReason() {
        return this.reason;
    }

}
