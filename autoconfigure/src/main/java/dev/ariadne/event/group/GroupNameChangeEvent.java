package dev.ariadne.event.group;

import dev.ariadne.Ariadne;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import org.jspecify.annotations.Nullable;

/**
 * The name of a group has changed.
 *
 * @param ariadne the account that received it
 * @param origin the old name
 * @param current the new name
 * @param group the group
 * @param operator who changed it, null if it was the account itself
 * @since 0.1.0
 */
public record GroupNameChangeEvent(Ariadne ariadne, String origin, String current, Group group,
        @Nullable Member operator) implements GroupEvent {

}
