package dev.ariadne.connector.mirai.web;

import java.io.IOException;

import dev.ariadne.connector.mirai.MiraiEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets the requests of one kind of link in, or refuses them.
 *
 * @param <E> the kind of endpoint
 * @since 0.1.0
 */
public interface Door<E extends MiraiEndpoint> {

    /**
     * Answers a request to an endpoint.
     *
     * @throws IOException if the answer cannot be written
     */
    void open(E endpoint, HttpServletRequest request, HttpServletResponse response) throws IOException;

}
