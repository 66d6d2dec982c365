package dev.ariadne.message;

/**
 * Elements as mirai code, which the server reads when the message is sent. Only for sending.
 *
 * @param code the mirai code, such as {@code hello[mirai:at:30003]}
 * @see MessageChain#ofMiraiCode(String)
 * @since 0.1.0
 */
public record MiraiCode(String code) implements MessageElement {

    @Override
    public String display() {
        return this.code;
    }

}
