package dev.ariadne.connector.mirai;

import java.util.List;

/**
 * What an endpoint looks at in a request.
 *
 * @since 0.1.0
 */
public interface EndpointRequest {

    /**
     * Returns the values of a header, whatever the case of its name; none if it is not there.
     */
    List<String> headers(String name);

    /**
     * Returns the values of a query parameter; none if it is not there.
     */
    List<String> params(String name);

}
