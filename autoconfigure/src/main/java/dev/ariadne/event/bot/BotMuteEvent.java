package dev.ariadne.event.bot;

import java.time.Duration;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;

/**
 * The account was muted in a group.
 *
 * @param ariadne the account that received it
 * @param duration for how long, in whole seconds
 * @param operator who muted
 * @since 0.1.0
 */
public record BotMuteEvent(Ariadne ariadne, Duration duration, Member operator) implements BotGroupEvent {

    @Override
    public Group group() {
        return this.operator.group();
    }

}
