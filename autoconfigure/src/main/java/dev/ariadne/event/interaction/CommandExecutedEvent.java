package dev.ariadne.event.interaction;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Member;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;
import org.jspecify.annotations.Nullable;

/**
 * A command of the server's console was executed: one that was registered by a call, or any other.
 *
 * @param ariadne the account that received it
 * @param name the name of the command
 * @param friend the friend that gave the command, null if none did
 * @param member the member of a group that gave the command, null if none did
 * @param args what was given with it
 * @since 0.1.0
 */
public record CommandExecutedEvent(Ariadne ariadne, String name, @Nullable Friend friend, @Nullable Member member,
        MessageChain args) implements InteractionEvent {

    @Override
    public Conversation conversation() {
        if (this.member != null) {
            return Conversation.group(this.member.group().id());
        }
        return (this.friend != null) ? Conversation.friend(this.friend.id())
                : Conversation.account(this.ariadne.id());
    }

}
