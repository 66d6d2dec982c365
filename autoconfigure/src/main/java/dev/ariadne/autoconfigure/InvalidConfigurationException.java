package dev.ariadne.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import dev.ariadne.AriadneException;

/**
 * Something below {@code ariadne} is configured wrongly. Stops the start of the application.
 *
 * @since 0.1.0
 */
public class InvalidConfigurationException extends AriadneException {

    private final List<ConfigurationProblem> problems;

    public InvalidConfigurationException(List<ConfigurationProblem> problems) {
        super(problems.stream().map((problem) -> problem.key() + ": " + problem.description())
            .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns all that is wrong, at least one thing.
     */
    public List<ConfigurationProblem> getProblems() {
        return this.problems;
    }

}
