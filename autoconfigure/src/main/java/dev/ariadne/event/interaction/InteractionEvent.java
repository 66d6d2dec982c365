package dev.ariadne.event.interaction;

import dev.ariadne.event.ReceivedEvent;

/**
 * Somebody did something with the account, or near it, other than to write.
 *
 * @since 0.1.0
 */
public sealed interface InteractionEvent extends ReceivedEvent permits CommandExecutedEvent, NudgeEvent {

}
