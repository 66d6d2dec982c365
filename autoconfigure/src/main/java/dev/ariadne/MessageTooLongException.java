package dev.ariadne;

/**
 * The message is too long, or has too many images.
 *
 * @since 0.1.0
 */
public class MessageTooLongException extends CallRejectedException {

    public MessageTooLongException(String account, String command, int code, String reason) {
        super(account, command, code, reason, "split the message; it has at most about 15000 characters and 50 images");
    }

}
