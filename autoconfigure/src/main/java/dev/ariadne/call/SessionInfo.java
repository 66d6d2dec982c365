package dev.ariadne.call;

import dev.ariadne.contact.Friend;

/**
 * The session of an account with the platform's server.
 *
 * @param sessionKey what the server knows it by: a secret
 * @param account the account itself
 * @since 0.1.0
 */
public record SessionInfo(String sessionKey, Friend account) {

    /** Leaves out the key. */
    @Override
    public String toString() {
        return "SessionInfo[account=" + this.account + "]";
    }

}
