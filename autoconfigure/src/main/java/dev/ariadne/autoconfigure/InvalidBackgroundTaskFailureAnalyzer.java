package dev.ariadne.autoconfigure;

import dev.ariadne.background.InvalidBackgroundTaskException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells which bean cannot be run as a background task, and how to mend it.
 */
final class InvalidBackgroundTaskFailureAnalyzer extends AbstractFailureAnalyzer<InvalidBackgroundTaskException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidBackgroundTaskException cause) {
        String where = (cause.getMethod() != null)
                ? "Method " + cause.getMethod() + " of bean '" + cause.getBeanName() + "'"
                : "Bean '" + cause.getBeanName() + "'";
        return new FailureAnalysis(where + " cannot be run as a background task: " + cause.getProblem() + ".",
                cause.getMend() + ".", cause);
    }

}
