package dev.ariadne.call;

import dev.ariadne.contact.Contact;
import dev.ariadne.message.MessageChain;

/**
 * A message that the platform has kept.
 *
 * @param type the platform's name of what it was received as, such as {@code GroupMessage}
 * @param sender who sent it
 * @param message the message; its {@link dev.ariadne.message.Source} tells its id and time
 * @since 0.1.0
 */
public record StoredMessage(String type, Contact sender, MessageChain message) {

}
