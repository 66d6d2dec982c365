package dev.ariadne.autoconfigure.endpoint;

import java.util.function.BiConsumer;

import dev.ariadne.Accounts;

/**
 * What an operator may ask of an account.
 */
enum AccountAction {

    START(Accounts::start),

    STOP(Accounts::stop);

    private final BiConsumer<Accounts, String> action;

    AccountAction(BiConsumer<Accounts, String> action) {
        this.action = action;
    }

    void perform(Accounts accounts, String account) {
        this.action.accept(accounts, account);
    }

}
