package dev.ariadne.connector.mirai.web;

import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;

import dev.ariadne.connector.mirai.MiraiEndpoint;
import dev.ariadne.connector.mirai.ReverseEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the WebSockets of servers in (protocol notes 7, observed on 2.10.0). What is wrong is answered with 405, 403 or
 * 400, in this order.
 *
 * @since 0.1.0
 */
public final class ReverseDoor implements Door<ReverseEndpoint> {

    private static final Logger logger = LoggerFactory.getLogger(ReverseDoor.class);

    private static final int KEY_LENGTH = 16;

    @Override
    public void open(ReverseEndpoint endpoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int status = status(endpoint, request, response);
        if (status == MiraiEndpoint.ADMITTED) {
            upgrade(endpoint, request, response);
        }
        else {
            response.setStatus(status);
        }
    }

    private static int status(ReverseEndpoint endpoint, HttpServletRequest request, HttpServletResponse response) {
        if (!"GET".equals(request.getMethod())) {
            response.setHeader("Allow", "GET");
            endpoint.refused("a method other than GET");
            return 405;
        }
        int refusal = endpoint.check(new ServletEndpointRequest(request));
        if (refusal == MiraiEndpoint.ADMITTED && !isHandshake(request)) {
            endpoint.refused("no WebSocket handshake; a proxy in between must pass on the headers Upgrade and "
                    + "Connection");
            return 400;
        }
        return refusal;
    }

    private static boolean isHandshake(HttpServletRequest request) {
        return hasToken(request, "Upgrade", "websocket") && hasToken(request, "Connection", "upgrade")
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && isKey(request.getHeader("Sec-WebSocket-Key"));
    }

    private static boolean hasToken(HttpServletRequest request, String header, String token) {
        for (String value : Collections.list(request.getHeaders(header))) {
            for (String part : value.split(",", -1)) {
                if (part.strip().toLowerCase(Locale.ROOT).equals(token)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key).length == KEY_LENGTH;
        }
        catch (IllegalArgumentException ex) {
            return false;
        }
    }

    private static void upgrade(ReverseEndpoint endpoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object container = request.getServletContext().getAttribute(ServerContainer.class.getName());
        if (!(container instanceof ServerContainer serverContainer)) {
            logger.error("The web server takes no WebSockets, so no server reaches {}: add the dependency "
                    + "org.springframework.boot:spring-boot-starter-websocket", endpoint.path());
            response.setStatus(503);
            return;
        }
        try {
            serverContainer.upgradeHttpToWebSocket(request, response, DialledSession.configuration(endpoint), Map.of());
        }
        catch (DeploymentException ex) {
            logger.error("The web server refuses the WebSocket of {}, so its account does not come online",
                    endpoint.path(), ex);
            throw new IOException("The WebSocket of " + endpoint.path() + " was not accepted", ex);
        }
    }

}
