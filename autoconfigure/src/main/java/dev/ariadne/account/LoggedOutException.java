package dev.ariadne.account;

import dev.ariadne.AriadneException;

/**
 * Why an account is offline although its link is up. Never thrown: it is kept as the account's last failure.
 */
final class LoggedOutException extends AriadneException {

    LoggedOutException(String message) {
        super(message);
    }

}
