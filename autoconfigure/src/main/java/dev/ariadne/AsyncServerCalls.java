package dev.ariadne;

import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;
import dev.ariadne.call.ServerCall;
import dev.ariadne.call.ServerInfo;
import dev.ariadne.call.SessionInfo;

/**
 * The calls about the platform's server itself, without waiting for them.
 *
 * @see AsyncAriadne
 * @since 0.1.0
 */
public interface AsyncServerCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see AsyncAriadne#call(Call)
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Asks which server the account is connected to.
     *
     * @see ServerCalls#about()
     */
    default CompletableFuture<ServerInfo> about() {
        return call(new ServerCall.About());
    }

    /**
     * Asks for the session of the account with the server.
     *
     * @see ServerCalls#sessionInfo()
     */
    default CompletableFuture<SessionInfo> sessionInfo() {
        return call(new ServerCall.GetSessionInfo());
    }

}
