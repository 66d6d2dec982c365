package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.event.friend.FriendAddEvent;
import dev.ariadne.event.friend.FriendDeleteEvent;
import dev.ariadne.event.friend.FriendInputStatusChangedEvent;
import dev.ariadne.event.friend.FriendNickChangedEvent;
import dev.ariadne.event.friend.FriendRecallEvent;

/**
 * How events of friends are read and written.
 */
final class FriendFormats {

    static final List<EventFormat<?>> ALL = List.of(
            new EventFormat<>(FriendAddEvent.class,
                    (in) -> new FriendAddEvent(in.ariadne(), in.friend("friend"), in.flag("stranger")),
                    (event, out) -> out.friend("friend", event.friend()).flag("stranger", event.stranger())),
            new EventFormat<>(FriendDeleteEvent.class,
                    (in) -> new FriendDeleteEvent(in.ariadne(), in.friend("friend")),
                    (event, out) -> out.friend("friend", event.friend())),
            new EventFormat<>(FriendInputStatusChangedEvent.class,
                    (in) -> new FriendInputStatusChangedEvent(in.ariadne(), in.friend("friend"), in.flag("inputting")),
                    (event, out) -> out.friend("friend", event.friend()).flag("inputting", event.inputting())),
            new EventFormat<>(FriendNickChangedEvent.class,
                    (in) -> new FriendNickChangedEvent(in.ariadne(), in.friend("friend"), in.text("from"),
                            in.text("to")),
                    (event, out) -> out.friend("friend", event.friend()).text("from", event.from())
                            .text("to", event.to())),
            new EventFormat<>(FriendRecallEvent.class,
                    (in) -> new FriendRecallEvent(in.ariadne(), in.number("authorId"), in.number("messageId"),
                            in.time("time"), in.number("operator")),
                    (event, out) -> out.number("authorId", event.authorId()).number("messageId", event.messageId())
                            .time("time", event.time()).number("operator", event.operator())));

    private FriendFormats() {
    }

}
