package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.event.group.GroupAllowAnonymousChatEvent;
import dev.ariadne.event.group.GroupAllowConfessTalkEvent;
import dev.ariadne.event.group.GroupAllowMemberInviteEvent;
import dev.ariadne.event.group.GroupMuteAllEvent;
import dev.ariadne.event.group.GroupNameChangeEvent;
import dev.ariadne.event.group.GroupRecallEvent;

/**
 * How events of a group as a whole are read and written.
 */
final class GroupFormats {

    static final List<EventFormat<?>> ALL = List.of(
            new EventFormat<>(GroupRecallEvent.class,
                    (in) -> new GroupRecallEvent(in.ariadne(), in.number("authorId"), in.number("messageId"),
                            in.time("time"), in.group("group"), in.memberOrNull("operator")),
                    (event, out) -> out.number("authorId", event.authorId()).number("messageId", event.messageId())
                            .time("time", event.time()).group("group", event.group())
                            .member("operator", event.operator())),
            new EventFormat<>(GroupNameChangeEvent.class,
                    (in) -> new GroupNameChangeEvent(in.ariadne(), in.text("origin"), in.text("current"),
                            in.group("group"), in.memberOrNull("operator")),
                    (event, out) -> out.text("origin", event.origin()).text("current", event.current())
                            .group("group", event.group()).member("operator", event.operator())),
            new EventFormat<>(GroupMuteAllEvent.class,
                    (in) -> new GroupMuteAllEvent(in.ariadne(), in.flag("origin"), in.flag("current"),
                            in.group("group"), in.memberOrNull("operator")),
                    (event, out) -> out.flag("origin", event.origin()).flag("current", event.current())
                            .group("group", event.group()).member("operator", event.operator())),
            new EventFormat<>(GroupAllowAnonymousChatEvent.class,
                    (in) -> new GroupAllowAnonymousChatEvent(in.ariadne(), in.flag("origin"), in.flag("current"),
                            in.group("group"), in.memberOrNull("operator")),
                    (event, out) -> out.flag("origin", event.origin()).flag("current", event.current())
                            .group("group", event.group()).member("operator", event.operator())),
            new EventFormat<>(GroupAllowConfessTalkEvent.class,
                    (in) -> new GroupAllowConfessTalkEvent(in.ariadne(), in.flag("origin"), in.flag("current"),
                            in.group("group"), in.flag("isByBot")),
                    (event, out) -> out.flag("origin", event.origin()).flag("current", event.current())
                            .group("group", event.group()).flag("isByBot", event.byBot())),
            new EventFormat<>(GroupAllowMemberInviteEvent.class,
                    (in) -> new GroupAllowMemberInviteEvent(in.ariadne(), in.flag("origin"), in.flag("current"),
                            in.group("group"), in.memberOrNull("operator")),
                    (event, out) -> out.flag("origin", event.origin()).flag("current", event.current())
                            .group("group", event.group()).member("operator", event.operator())));

    private GroupFormats() {
    }

}
