package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.event.group.MemberCardChangeEvent;
import dev.ariadne.event.group.MemberHonorChangeEvent;
import dev.ariadne.event.group.MemberJoinEvent;
import dev.ariadne.event.group.MemberLeaveEventKick;
import dev.ariadne.event.group.MemberLeaveEventQuit;
import dev.ariadne.event.group.MemberMuteEvent;
import dev.ariadne.event.group.MemberPermissionChangeEvent;
import dev.ariadne.event.group.MemberSpecialTitleChangeEvent;
import dev.ariadne.event.group.MemberUnmuteEvent;

/**
 * How events of a group's members are read and written.
 */
final class MemberFormats {

    static final List<EventFormat<?>> ALL = List.of(
            new EventFormat<>(MemberJoinEvent.class,
                    (in) -> new MemberJoinEvent(in.ariadne(), in.member("member"), in.memberOrNull("invitor")),
                    (event, out) -> out.member("member", event.member()).member("invitor", event.invitor())),
            new EventFormat<>(MemberLeaveEventKick.class,
                    (in) -> new MemberLeaveEventKick(in.ariadne(), in.member("member"), in.memberOrNull("operator")),
                    (event, out) -> out.member("member", event.member()).member("operator", event.operator())),
            new EventFormat<>(MemberLeaveEventQuit.class,
                    (in) -> new MemberLeaveEventQuit(in.ariadne(), in.member("member")),
                    (event, out) -> out.member("member", event.member())),
            new EventFormat<>(MemberCardChangeEvent.class,
                    (in) -> new MemberCardChangeEvent(in.ariadne(), in.text("origin"), in.text("current"),
                            in.member("member")),
                    (event, out) -> out.text("origin", event.origin()).text("current", event.current())
                            .member("member", event.member())),
            new EventFormat<>(MemberSpecialTitleChangeEvent.class,
                    (in) -> new MemberSpecialTitleChangeEvent(in.ariadne(), in.text("origin"), in.text("current"),
                            in.member("member")),
                    (event, out) -> out.text("origin", event.origin()).text("current", event.current())
                            .member("member", event.member())),
            new EventFormat<>(MemberPermissionChangeEvent.class,
                    (in) -> new MemberPermissionChangeEvent(in.ariadne(), in.permission("origin"),
                            in.permission("current"), in.member("member")),
                    (event, out) -> out.permission("origin", event.origin()).permission("current", event.current())
                            .member("member", event.member())),
            new EventFormat<>(MemberMuteEvent.class,
                    (in) -> new MemberMuteEvent(in.ariadne(), in.seconds("durationSeconds"), in.member("member"),
                            in.memberOrNull("operator")),
                    (event, out) -> out.seconds("durationSeconds", event.duration()).member("member", event.member())
                            .member("operator", event.operator())),
            new EventFormat<>(MemberUnmuteEvent.class,
                    (in) -> new MemberUnmuteEvent(in.ariadne(), in.member("member"), in.memberOrNull("operator")),
                    (event, out) -> out.member("member", event.member()).member("operator", event.operator())),
            new EventFormat<>(MemberHonorChangeEvent.class,
                    (in) -> new MemberHonorChangeEvent(in.ariadne(), in.member("member"), in.text("action"),
                            in.text("honor")),
                    (event, out) -> out.member("member", event.member()).text("action", event.action())
                            .text("honor", event.honor())));

    private MemberFormats() {
    }

}
