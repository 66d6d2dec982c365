package dev.ariadne.call;

import java.util.List;

import dev.ariadne.message.MessageChain;
import dev.ariadne.message.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Calls about the console commands of the platform's server.
 *
 * @param <R> the type of the answer
 * @since 0.1.0
 */
public sealed interface CommandCall<R> extends Call<R> {

    /**
     * Executes a console command.
     *
     * @param line the command and its arguments; by itself a text is split at blanks
     */
    record ExecuteCommand(MessageChain line) implements CommandCall<Done> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if the command is empty
         */
        public ExecuteCommand {
            if (line.text().isBlank() && line.elements().stream().allMatch(Plain.class::isInstance)) {
                throw new IllegalArgumentException("The command is empty; give its name and its arguments, such as "
                        + "\"/help\"");
            }
        }

        @Override
        public String command() {
            return "cmd_execute";
        }

    }

    /**
     * Registers a console command, whose executions come as events.
     *
     * @param name its name
     * @param aliases its other names
     * @param usage how it is used; null for the server's own words
     * @param description what it does; null for the server's own words
     */
    record RegisterCommand(String name, List<String> aliases, @Nullable String usage,
            @Nullable String description) implements CommandCall<Done> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if a name is blank
         */
        public RegisterCommand {
            Arguments.notBlank(name, "the name of the command");
            aliases = List.copyOf(aliases);
            aliases.forEach((alias) -> Arguments.notBlank(alias, "an alias of the command"));
        }

        @Override
        public String command() {
            return "cmd_register";
        }

    }

}
