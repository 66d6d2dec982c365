package dev.ariadne.account;

import dev.ariadne.concurrent.Scheduler;
import dev.ariadne.event.AriadneEventPublisher;

/**
 * What the accounts of one start of the application share.
 */
record AccountEnvironment(AccountRuntimeSettings settings, Scheduler scheduler, ListenerExecutor executor,
        AriadneEventPublisher publisher, AccountObserver observer) {

}
