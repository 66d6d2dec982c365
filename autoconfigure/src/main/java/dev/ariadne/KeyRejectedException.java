package dev.ariadne;

/**
 * The platform does not accept the key of the account. To try again cannot help before the key is changed.
 *
 * @since 0.1.0
 */
public class KeyRejectedException extends CallRejectedException {

    public KeyRejectedException(String account, String command, int code, String reason) {
        super(account, command, code, reason,
                "give the account the key of the server: ariadne.accounts." + account + ".mirai.verify-key");
    }

}
