package dev.ariadne.background;

/**
 * The definition of a task cannot be run.
 */
final class InvalidDefinitionException extends IllegalArgumentException {

    private final String problem;

    private final String mend;

    InvalidDefinitionException(String problem, String mend) {
        super(problem + ". " + mend + ".");
        this.problem = problem;
        this.mend = mend;
    }

    String problem() {
        return this.problem;
    }

    String mend() {
        return this.mend;
    }

}
