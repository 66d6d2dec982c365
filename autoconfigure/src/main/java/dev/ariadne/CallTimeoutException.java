package dev.ariadne;

import java.time.Duration;

/**
 * The platform did not answer in time. Whether the call took effect is not known.
 *
 * @since 0.1.0
 */
public class CallTimeoutException extends CallFailedException {

    public CallTimeoutException(String account, String command, Duration timeout) {
        super(account, command, "no answer within " + timeout.toMillis()
                + " ms (ariadne.call-timeout); whether it took effect is not known");
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    public CallEffect getEffect() {
        return CallEffect.UNKNOWN;
    }

}
