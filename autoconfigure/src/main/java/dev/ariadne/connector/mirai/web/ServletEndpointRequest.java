package dev.ariadne.connector.mirai.web;

import java.util.Collections;
import java.util.List;

import dev.ariadne.connector.mirai.EndpointRequest;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A request as an endpoint looks at it.
 *
 * @param request the servlet's request; parameters are asked for only if it has no body
 */
record ServletEndpointRequest(HttpServletRequest request) implements EndpointRequest {

    @Override
    public List<String> headers(String name) {
        return Collections.list(this.request.getHeaders(name));
    }

    @Override
    public List<String> params(String name) {
        String[] values = this.request.getParameterValues(name);
        return (values != null) ? List.of(values) : List.of();
    }

}
