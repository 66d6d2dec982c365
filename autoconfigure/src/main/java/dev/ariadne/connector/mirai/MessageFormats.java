package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.event.message.FriendSyncMessage;
import dev.ariadne.event.message.GroupMessage;
import dev.ariadne.event.message.GroupSyncMessage;
import dev.ariadne.event.message.OtherClientMessage;
import dev.ariadne.event.message.StrangerMessage;
import dev.ariadne.event.message.StrangerSyncMessage;
import dev.ariadne.event.message.TempMessage;
import dev.ariadne.event.message.TempSyncMessage;

/**
 * How messages are read and written.
 */
final class MessageFormats {

    static final List<EventFormat<?>> ALL = List.of(
            new EventFormat<>(FriendMessage.class,
                    (in) -> new FriendMessage(in.ariadne(), in.friend("sender"), in.chain("messageChain")),
                    (event, out) -> out.friend("sender", event.sender()).chain("messageChain", event.message())),
            new EventFormat<>(GroupMessage.class,
                    (in) -> new GroupMessage(in.ariadne(), in.member("sender"), in.chain("messageChain")),
                    (event, out) -> out.member("sender", event.sender()).chain("messageChain", event.message())),
            new EventFormat<>(TempMessage.class,
                    (in) -> new TempMessage(in.ariadne(), in.member("sender"), in.chain("messageChain")),
                    (event, out) -> out.member("sender", event.sender()).chain("messageChain", event.message())),
            new EventFormat<>(StrangerMessage.class,
                    (in) -> new StrangerMessage(in.ariadne(), ContactDecoder.stranger(in.object("sender")),
                            in.chain("messageChain")),
                    (event, out) -> out.json("sender", ContactEncoder.stranger(event.sender()))
                            .chain("messageChain", event.message())),
            new EventFormat<>(OtherClientMessage.class,
                    (in) -> new OtherClientMessage(in.ariadne(), in.client("sender"), in.chain("messageChain")),
                    (event, out) -> out.client("sender", event.sender()).chain("messageChain", event.message())),
            new EventFormat<>(FriendSyncMessage.class,
                    (in) -> new FriendSyncMessage(in.ariadne(), in.friend("subject"), in.chain("messageChain")),
                    (event, out) -> out.friend("subject", event.subject()).chain("messageChain", event.message())),
            new EventFormat<>(GroupSyncMessage.class,
                    (in) -> new GroupSyncMessage(in.ariadne(), in.group("subject"), in.chain("messageChain")),
                    (event, out) -> out.group("subject", event.subject()).chain("messageChain", event.message())),
            new EventFormat<>(TempSyncMessage.class,
                    (in) -> new TempSyncMessage(in.ariadne(), in.member("subject"), in.chain("messageChain")),
                    (event, out) -> out.member("subject", event.subject()).chain("messageChain", event.message())),
            new EventFormat<>(StrangerSyncMessage.class,
                    (in) -> new StrangerSyncMessage(in.ariadne(), ContactDecoder.stranger(in.object("subject")),
                            in.chain("messageChain")),
                    (event, out) -> out.json("subject", ContactEncoder.stranger(event.subject()))
                            .chain("messageChain", event.message())));

    private MessageFormats() {
    }

}
