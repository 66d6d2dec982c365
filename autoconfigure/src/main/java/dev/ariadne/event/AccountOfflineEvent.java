package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * An account is no longer online: published once for each {@link AccountOnlineEvent}. When the account is stopped, it
 * follows the {@link AccountShutdownEvent}.
 *
 * @since 0.1.0
 */
public class AccountOfflineEvent extends AriadneLifecycleEvent {

    private final OfflineReason reason;

    private final String detail;

    public AccountOfflineEvent(Ariadne ariadne, OfflineReason reason, String detail) {
        super(ariadne);
        this.reason = reason;
        this.detail = detail;
    }

    /**
     * Returns the kind of reason.
     */
    public OfflineReason getReason() {
        return this.reason;
    }

    /**
     * Returns the reason in words, for a log.
     */
    public String getDetail() {
        return this.detail;
    }

}
