package dev.ariadne.connector.mirai;

import dev.ariadne.CallEffect;
import dev.ariadne.CallFailedException;

/**
 * The server answered a call with something that is no answer to it. Whether it took effect is not known.
 *
 * @since 0.1.0
 */
public class UnexpectedAnswerException extends CallFailedException {

    /**
     * Creates an exception.
     *
     * @param account the name of the account
     * @param command the call
     * @param problem what is wrong with the answer
     */
    public UnexpectedAnswerException(String account, String command, String problem) {
        super(account, command, "the server's answer is not understood (" + problem
                + "); whether it took effect is not known");
    }

    @Override
    public boolean isRetryable() {
        return false;
    }

    @Override
    public CallEffect getEffect() {
        return CallEffect.UNKNOWN;
    }

}
