package dev.ariadne.connector.mirai.web;

import dev.ariadne.connector.mirai.MiraiEndpoints;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the endpoints when the application begins to stop: before its accounts do, so that all links end with the
 * reason that it stops.
 *
 * @since 0.1.0
 */
public final class EndpointsLifecycle implements SmartLifecycle {

    private final MiraiEndpoints endpoints;

    private final int phase;

    private volatile boolean running;

    /**
     * Creates a lifecycle.
     *
     * @param endpoints the endpoints
     * @param phase its phase, that of accounts and one more
     */
    public EndpointsLifecycle(MiraiEndpoints endpoints, int phase) {
        this.endpoints = endpoints;
        this.phase = phase;
    }

    @Override
    public void start() {
        this.endpoints.stay();
        this.running = true;
    }

    @Override
    public void stop() {
        this.endpoints.leave();
        this.running = false;
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

    @Override
    public int getPhase() {
        return this.phase;
    }

}
