package dev.ariadne.account;

import java.time.Duration;

import dev.ariadne.concurrent.ThreadMode;

/**
 * How the runtime treats all accounts.
 *
 * @param connect how they connect
 * @param maxPendingEvents how many received events may wait for listeners, per account
 * @param callTimeout how long a call may take, waiting for the link included
 * @param shutdownTimeout how long the listeners may take altogether when the accounts stop
 * @param keepAlive whether accounts keep the JVM alive
 * @param threads the kind of thread that listeners run on
 * @param phase the lifecycle phase
 * @since 0.1.0
 */
public record AccountRuntimeSettings(ConnectSettings connect, int maxPendingEvents, Duration callTimeout,
        Duration shutdownTimeout, boolean keepAlive, ThreadMode threads, int phase) {

}
