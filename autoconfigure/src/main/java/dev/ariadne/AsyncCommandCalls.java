package dev.ariadne;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;
import dev.ariadne.call.CommandCall;
import dev.ariadne.call.Done;
import dev.ariadne.message.MessageChain;

/**
 * The calls about the console commands of the platform's server, without waiting for them.
 *
 * @see AsyncAriadne
 * @since 0.1.0
 */
public interface AsyncCommandCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see AsyncAriadne#call(Call)
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Executes a console command of the platform's server.
     *
     * @see CommandCalls#executeCommand(MessageChain)
     */
    default CompletableFuture<Done> executeCommand(MessageChain command) {
        return call(new CommandCall.ExecuteCommand(command));
    }

    /**
     * Registers a console command. Its executions come as events.
     *
     * @see CommandCalls#registerCommand(String)
     */
    default CompletableFuture<Done> registerCommand(String name) {
        return call(new CommandCall.RegisterCommand(name, List.of(), null, null));
    }

    /**
     * Registers a console command. Its executions come as events.
     *
     * @see CommandCalls#registerCommand(String, List, String, String)
     */
    default CompletableFuture<Done> registerCommand(String name, List<String> aliases, String usage,
            String description) {
        return call(new CommandCall.RegisterCommand(name, aliases, usage, description));
    }

}
