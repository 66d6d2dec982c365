package dev.ariadne.connector;

import java.time.Duration;

import dev.ariadne.Ariadne;
import dev.ariadne.ConnectorSettings;
import dev.ariadne.concurrent.Scheduler;

/**
 * What a connector needs to connect one account.
 *
 * @param ariadne the account, to put into events
 * @param settings the settings of its connector
 * @param timeout how long the attempt may take
 * @param heartbeatInterval how often the connection makes sure that it is alive
 * @param scheduler for time limits and heartbeats
 * @param listener who is told what happens on the connection
 * @since 0.1.0
 */
public record ConnectRequest(Ariadne ariadne, ConnectorSettings settings, Duration timeout,
        Duration heartbeatInterval, Scheduler scheduler, ConnectionListener listener) {

}
