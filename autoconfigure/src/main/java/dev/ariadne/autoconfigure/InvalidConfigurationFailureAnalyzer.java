package dev.ariadne.autoconfigure;

import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells which keys are configured wrongly, and how to mend them.
 */
final class InvalidConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidConfigurationException cause) {
        return new FailureAnalysis(
                "The configuration of Ariadne is wrong:\n\n"
                        + lines(cause, (problem) -> problem.key() + ": " + problem.description()),
                lines(cause, (problem) -> problem.key() + ": " + problem.mend()), cause);
    }

    private static String lines(InvalidConfigurationException cause, Function<ConfigurationProblem, String> line) {
        return cause.getProblems().stream().map(line).map((text) -> "    - " + text)
            .collect(Collectors.joining("\n"));
    }

}
