package dev.ariadne.autoconfigure;

import dev.ariadne.background.InvalidTaskSettingException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells which key of a background task is configured wrongly, and how to mend it.
 */
final class InvalidTaskSettingFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTaskSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidTaskSettingException cause) {
        return new FailureAnalysis(
                "The configuration of Ariadne is wrong:\n\n    - " + cause.getKey() + ": " + cause.getProblem() + ".",
                "    - " + cause.getKey() + ": " + cause.getMend() + ".", cause);
    }

}
