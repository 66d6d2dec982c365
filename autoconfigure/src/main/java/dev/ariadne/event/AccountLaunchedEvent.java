package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * An account has been launched: published once per account and start, when it is online for the first time. Its
 * background tasks and the delivery of received events begin after its listeners have returned.
 *
 * @since 0.1.0
 */
public class AccountLaunchedEvent extends AriadneLifecycleEvent {

    public AccountLaunchedEvent(Ariadne ariadne) {
        super(ariadne);
    }

}
