package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * An account has become online: published each time.
 *
 * @since 0.1.0
 */
public class AccountOnlineEvent extends AriadneLifecycleEvent {

    public AccountOnlineEvent(Ariadne ariadne) {
        super(ariadne);
    }

}
