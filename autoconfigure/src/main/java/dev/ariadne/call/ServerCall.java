package dev.ariadne.call;

/**
 * Calls about the platform's server itself.
 *
 * @param <R> the type of the answer
 * @since 0.1.0
 */
public sealed interface ServerCall<R> extends Call<R> {

    /**
     * Asks which server it is.
     */
    record About() implements ServerCall<ServerInfo> {

        @Override
        public String command() {
            return "about";
        }

    }

    /**
     * Asks for the session of the account with the server.
     */
    record GetSessionInfo() implements ServerCall<SessionInfo> {

        @Override
        public String command() {
            return "sessionInfo";
        }

    }

}
