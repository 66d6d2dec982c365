package dev.ariadne;

import java.util.List;

import dev.ariadne.call.Call;
import dev.ariadne.call.CommandCall;
import dev.ariadne.message.MessageChain;

/**
 * The calls about the console commands of the platform's server.
 *
 * @see Ariadne
 * @since 0.1.0
 */
public interface CommandCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    <R> R call(Call<R> call);

    /**
     * Executes a console command of the platform's server.
     *
     * @param command the command and its arguments, such as {@code MessageChain.of("/help")}
     * @throws CallFailedException if there is no such command, or it failed, perhaps half way; the server answers both
     * alike
     * @throws IllegalArgumentException if the command is empty
     */
    default void executeCommand(MessageChain command) {
        call(new CommandCall.ExecuteCommand(command));
    }

    /**
     * Registers a console command. Its executions come as events.
     *
     * @param name its name
     * @throws CallFailedException if it was not registered
     * @throws IllegalArgumentException if the name is blank
     */
    default void registerCommand(String name) {
        call(new CommandCall.RegisterCommand(name, List.of(), null, null));
    }

    /**
     * Registers a console command. Its executions come as events.
     *
     * @param name its name
     * @param aliases its other names
     * @param usage how it is used
     * @param description what it does
     * @throws CallFailedException if it was not registered
     * @throws IllegalArgumentException if a name is blank
     */
    default void registerCommand(String name, List<String> aliases, String usage, String description) {
        call(new CommandCall.RegisterCommand(name, aliases, usage, description));
    }

}
