package dev.ariadne.connector.mirai.web;

import java.io.IOException;

import dev.ariadne.connector.mirai.MiraiEndpoint;
import dev.ariadne.connector.mirai.MiraiEndpoints;
import dev.ariadne.connector.mirai.ReverseEndpoint;
import dev.ariadne.connector.mirai.WebhookEndpoint;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;

/**
 * Takes the requests to the paths of accounts out of the application's; all others go on. The path is compared as it
 * was sent, below the application's context path, so that no other spelling of it comes through.
 * <p>
 * A filter and not a handler, so that nothing has been read of a request before it is known to be the server's, and so
 * that it depends on no dispatcher. It comes after those of Spring Security.
 *
 * @since 0.1.0
 */
public final class EndpointFilter implements Filter, Ordered {

    /** After security, which comes at -100, and before filters without an order. */
    public static final int ORDER = Ordered.LOWEST_PRECEDENCE - 1000;

    private final MiraiEndpoints endpoints;

    private final Door<WebhookEndpoint> webhook;

    private final @Nullable Door<ReverseEndpoint> reverse;

    /**
     * Creates a filter.
     *
     * @param endpoints the paths
     * @param webhook lets webhooks in
     * @param reverse lets reverse WebSockets in, null if there are none
     */
    public EndpointFilter(MiraiEndpoints endpoints, Door<WebhookEndpoint> webhook,
            @Nullable Door<ReverseEndpoint> reverse) {
        this.endpoints = endpoints;
        this.webhook = webhook;
        this.reverse = reverse;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MiraiEndpoint endpoint = (request instanceof HttpServletRequest http) ? endpoint(http) : null;
        if (endpoint instanceof WebhookEndpoint path) {
            this.webhook.open(path, (HttpServletRequest) request, (HttpServletResponse) response);
        }
        else if (endpoint instanceof ReverseEndpoint path && this.reverse != null) {
            this.reverse.open(path, (HttpServletRequest) request, (HttpServletResponse) response);
        }
        else {
            chain.doFilter(request, response);
        }
    }

    private @Nullable MiraiEndpoint endpoint(HttpServletRequest request) {
        String path = request.getRequestURI();
        String context = request.getContextPath();
        return path.startsWith(context) ? this.endpoints.at(path.substring(context.length())) : null;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

}
