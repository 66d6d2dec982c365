package dev.ariadne.event.interaction;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Subject;
import dev.ariadne.event.Conversation;

/**
 * Somebody has nudged somebody.
 *
 * @param ariadne the account that received it
 * @param fromId the id of who nudged
 * @param target the id of who was nudged
 * @param subject where it happened: the group, the friend or the stranger
 * @param action what was done, such as {@code poke}, in words that the platform shows
 * @param suffix words that follow the name of who was nudged, empty if none
 * @since 0.1.0
 */
public record NudgeEvent(Ariadne ariadne, long fromId, long target, Subject subject, String action, String suffix)
        implements InteractionEvent {

    @Override
    public Conversation conversation() {
        return (this.subject instanceof Group group) ? Conversation.group(group.id())
                : Conversation.friend(this.subject.id());
    }

}
