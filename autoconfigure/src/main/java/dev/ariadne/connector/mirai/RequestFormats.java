package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.event.request.BotInvitedJoinGroupRequestEvent;
import dev.ariadne.event.request.MemberJoinRequestEvent;
import dev.ariadne.event.request.NewFriendRequestEvent;

/**
 * How requests are read and written.
 */
final class RequestFormats {

    static final List<EventFormat<?>> ALL = List.of(
            new EventFormat<>(NewFriendRequestEvent.class,
                    (in) -> new NewFriendRequestEvent(in.ariadne(), in.number("eventId"), in.text("message"),
                            in.number("fromId"), in.number("groupId"), in.text("nick")),
                    (event, out) -> out.number("eventId", event.eventId()).text("message", event.message())
                            .number("fromId", event.fromId()).number("groupId", event.groupId())
                            .text("nick", event.nick())),
            new EventFormat<>(MemberJoinRequestEvent.class,
                    (in) -> new MemberJoinRequestEvent(in.ariadne(), in.number("eventId"), in.text("message"),
                            in.number("fromId"), in.number("groupId"), in.text("groupName"), in.text("nick"),
                            in.numberOrNull("invitorId")),
                    (event, out) -> out.number("eventId", event.eventId()).text("message", event.message())
                            .number("fromId", event.fromId()).number("groupId", event.groupId())
                            .text("groupName", event.groupName()).text("nick", event.nick())
                            .number("invitorId", event.invitorId())),
            new EventFormat<>(BotInvitedJoinGroupRequestEvent.class,
                    (in) -> new BotInvitedJoinGroupRequestEvent(in.ariadne(), in.number("eventId"), in.text("message"),
                            in.number("fromId"), in.number("groupId"), in.text("groupName"), in.text("nick")),
                    (event, out) -> out.number("eventId", event.eventId()).text("message", event.message())
                            .number("fromId", event.fromId()).number("groupId", event.groupId())
                            .text("groupName", event.groupName()).text("nick", event.nick())));

    private RequestFormats() {
    }

}
