package dev.ariadne.autoconfigure.endpoint;

import dev.ariadne.Accounts;

/**
 * What an operator may ask of an account.
 */
enum AccountAction {

    START,

    STOP;

    void perform(Accounts accounts, String account) {
        switch (this) {
            case START -> accounts.start(account);
            case STOP -> accounts.stop(account);
        }
    }

}
