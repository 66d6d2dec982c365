package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.contact.Subject;
import dev.ariadne.event.client.OtherClientOfflineEvent;
import dev.ariadne.event.client.OtherClientOnlineEvent;
import dev.ariadne.event.interaction.CommandExecutedEvent;
import dev.ariadne.event.interaction.NudgeEvent;
import org.jspecify.annotations.Nullable;

/**
 * How nudges, commands and other clients are read and written.
 */
final class OtherFormats {

    static final List<EventFormat<?>> ALL = List.of(
            new EventFormat<>(NudgeEvent.class, OtherFormats::nudge,
                    (event, out) -> out.number("fromId", event.fromId()).number("target", event.target())
                            .json("subject", ContactEncoder.subject(event.subject())).text("action", event.action())
                            .text("suffix", event.suffix())),
            new EventFormat<>(OtherClientOnlineEvent.class,
                    (in) -> new OtherClientOnlineEvent(in.ariadne(), in.client("client")),
                    (event, out) -> out.client("client", event.client())),
            new EventFormat<>(OtherClientOfflineEvent.class,
                    (in) -> new OtherClientOfflineEvent(in.ariadne(), in.client("client")),
                    (event, out) -> out.client("client", event.client())),
            new EventFormat<>(CommandExecutedEvent.class,
                    (in) -> new CommandExecutedEvent(in.ariadne(), in.text("name"), in.friendOrNull("friend"),
                            in.memberOrNull("member"), in.chain("args")),
                    (event, out) -> out.text("name", event.name()).friend("friend", event.friend())
                            .member("member", event.member()).chain("args", event.args())));

    private OtherFormats() {
    }

    /** Returns null if it happened somewhere that is not known here. */
    private static @Nullable NudgeEvent nudge(EventReader in) {
        Subject subject = ContactDecoder.subject(in.object("subject"));
        return (subject != null) ? new NudgeEvent(in.ariadne(), in.number("fromId"), in.number("target"), subject,
                in.text("action"), in.text("suffix")) : null;
    }

}
