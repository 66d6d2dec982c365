package dev.ariadne.background;

import org.jspecify.annotations.Nullable;

/**
 * The definition of a task cannot be run.
 */
final class InvalidDefinitionException extends IllegalArgumentException {

    private final @Nullable String setting;

    private final String problem;

    private final String mend;

    /**
     * Creates an exception.
     *
     * @param setting what is set wrongly, as it is written in {@code application.yml}, or null if it is more than one
     */
    InvalidDefinitionException(@Nullable String setting, String problem, String mend) {
        super(problem + ". " + mend + ".");
        this.setting = setting;
        this.problem = problem;
        this.mend = mend;
    }

    /**
     * Returns what tells of a value that is out of its range.
     *
     * @param setting what is set wrongly, or null if the message begins with it
     */
    static InvalidDefinitionException of(IllegalArgumentException outOfRange, @Nullable String setting) {
        String problem = String.valueOf(outOfRange.getMessage());
        return new InvalidDefinitionException((setting != null) ? setting : problem.split(" ", 2)[0], problem,
                "Set it to a value that is allowed");
    }

    @Nullable String setting() {
        return this.setting;
    }

    String problem() {
        return this.problem;
    }

    String mend() {
        return this.mend;
    }

}
