package dev.ariadne.event.bot;

import dev.ariadne.contact.Group;
import dev.ariadne.event.Conversation;

/**
 * Something happened to the account itself in a group.
 *
 * @since 0.1.0
 */
public sealed interface BotGroupEvent extends BotEvent permits BotGroupPermissionChangeEvent, BotJoinGroupEvent,
        BotLeaveEventActive, BotLeaveEventDisband, BotLeaveEventKick, BotMuteEvent, BotUnmuteEvent {

    /**
     * Returns the group, with what the account may do in it after the event.
     */
    Group group();

    @Override
    default Conversation conversation() {
        return Conversation.group(group().id());
    }

}
