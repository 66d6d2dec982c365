package dev.ariadne.connector.mirai;

/**
 * A path at which this application accepts the link of one account. Used by the web part, on the threads of the web
 * server.
 *
 * @since 0.1.0
 */
public sealed interface MiraiEndpoint permits ReverseEndpoint, WebhookEndpoint {

    /** What {@link #check} returns if a request may go on. */
    int ADMITTED = 0;

    /**
     * Checks that a request comes from the account's server, and notes it if it does not.
     *
     * @return {@link #ADMITTED}, or the HTTP status to refuse it with
     */
    int check(EndpointRequest request);

    /**
     * Notes that a request is refused. One line a minute tells of them all.
     *
     * @param reason what is wrong with it, without anything that the request says
     */
    void refused(String reason);

}
