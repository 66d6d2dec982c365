package dev.ariadne.connector.mirai;

import java.time.Duration;

import dev.ariadne.Ariadne;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Says why an account could not be connected by a WebSocket that its server opens, how to mend it, and whether to try
 * again.
 *
 * @param ariadne the account
 * @param path where it was to be connected
 */
record ReverseFailures(Ariadne ariadne, String path) {

    ConnectFailedException ofNoDial() {
        return failed("no server has dialled " + this.path + " yet, or not again since its link ended: check "
                + "adapterSettings.reverse-ws of mirai-api-http, and that neither Spring Security nor a proxy keeps it "
                + "out; one that was refused, or whose link ended without a close frame (a proxy has cut it, or this "
                + "application was killed), dials no more until its restart", Retry.BACK_OFF, null);
    }

    ConnectFailedException ofNoAnswer(Duration timeout) {
        return failed("the server that dialled " + this.path + " did not say within " + timeout.toMillis()
                + " ms whether it accepts the account", Retry.BACK_OFF, null);
    }

    /** Tells of a refusal by the server (protocol notes 1 and 7). */
    ConnectFailedException ofRefusal(long code, String reason) {
        String answer = " (code " + code + ", " + reason + ")";
        if (code == 1) {
            return failed("wrong verify key" + answer + ": set ariadne.accounts." + this.ariadne.name()
                    + ".mirai.verify-key to the verifyKey of the server that dials " + this.path, Retry.NEVER, null);
        }
        if (code == 2) {
            return failed("the server that dials " + this.path + " has no bot " + this.ariadne.id() + answer
                    + ": either ariadne.accounts." + this.ariadne.name() + ".id is wrong, or the bot is not logged in "
                    + "there yet", Retry.SLOWLY, null);
        }
        return failed("the server that dials " + this.path + " refuses the account" + answer, Retry.BACK_OFF, null);
    }

    ConnectFailedException ofEnd(String how, @Nullable Throwable cause) {
        return failed("the server that dialled " + this.path + " ended the link before it had accepted the account: "
                + how, Retry.BACK_OFF, cause);
    }

    private static ConnectFailedException failed(String message, Retry retry, @Nullable Throwable cause) {
        return new ConnectFailedException(message, retry, cause);
    }

}
