package dev.ariadne.message;

/**
 * Which message a sent chain became.
 *
 * @param targetId the id of the friend, group or member to which it was sent
 * @param messageId the id of the message, for {@link Quote}, and for {@code recall} if it was sent to a friend or group
 * @since 0.1.0
 */
public record MessageReceipt(long targetId, long messageId) {

}
