package dev.ariadne.event.bot;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;

/**
 * The account may speak again in a group.
 *
 * @param ariadne the account that received it
 * @param operator who ended the mute
 * @since 0.1.0
 */
public record BotUnmuteEvent(Ariadne ariadne, Member operator) implements BotGroupEvent {

    @Override
    public Group group() {
        return this.operator.group();
    }

}
