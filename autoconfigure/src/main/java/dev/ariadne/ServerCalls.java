package dev.ariadne;

import dev.ariadne.call.Call;
import dev.ariadne.call.ServerCall;
import dev.ariadne.call.ServerInfo;
import dev.ariadne.call.SessionInfo;

/**
 * The calls about the platform's server itself.
 *
 * @see Ariadne
 * @since 0.1.0
 */
public interface ServerCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    <R> R call(Call<R> call);

    /**
     * Asks which server the account is connected to.
     *
     * @return which server it is
     * @throws CallFailedException if there was no answer
     */
    default ServerInfo about() {
        return call(new ServerCall.About());
    }

    /**
     * Asks for the session of the account with the server.
     *
     * @return the session
     * @throws CallFailedException if there was no answer
     */
    default SessionInfo sessionInfo() {
        return call(new ServerCall.GetSessionInfo());
    }

}
