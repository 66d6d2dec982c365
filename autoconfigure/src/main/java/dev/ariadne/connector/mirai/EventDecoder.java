package dev.ariadne.connector.mirai;

import java.time.Duration;

import dev.ariadne.Ariadne;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.event.bot.BotEvent;
import dev.ariadne.event.bot.BotOfflineEventActive;
import dev.ariadne.event.bot.BotOfflineEventDropped;
import dev.ariadne.event.bot.BotOfflineEventForce;
import dev.ariadne.event.bot.BotOnlineEvent;
import dev.ariadne.event.bot.BotReloginEvent;
import dev.ariadne.event.group.MemberMuteEvent;
import dev.ariadne.event.group.MemberUnmuteEvent;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.event.message.GroupMessage;
import dev.ariadne.event.message.TempMessage;
import dev.ariadne.json.JsonFields;
import dev.ariadne.json.MalformedJsonException;
import dev.ariadne.message.MessageChain;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one account. An event without a type of its own, or about another bot, is an
 * {@link UnknownEvent}.
 */
final class EventDecoder {

    private final Ariadne ariadne;

    EventDecoder(Ariadne ariadne) {
        this.ariadne = ariadne;
    }

    /**
     * Reads an event.
     *
     * @throws MalformedJsonException if it has no type, or is not as its type has it
     */
    ReceivedEvent decode(JsonFields data) {
        String type = data.text("type");
        JsonFields event = new JsonFields(data.json(), type);
        ReceivedEvent known = known(type, event);
        return (known != null) ? known : new UnknownEvent(this.ariadne,
                ConversationFinder.find(event, this.ariadne.id()), type, data.json());
    }

    private @Nullable ReceivedEvent known(String type, JsonFields event) {
        return switch (type) {
            case "FriendMessage" -> new FriendMessage(this.ariadne, ContactDecoder.friend(event.object("sender")),
                    chain(event));
            case "GroupMessage" -> new GroupMessage(this.ariadne, ContactDecoder.member(event.object("sender")),
                    chain(event));
            case "TempMessage" -> new TempMessage(this.ariadne, ContactDecoder.member(event.object("sender")),
                    chain(event));
            case "MemberMuteEvent" -> new MemberMuteEvent(this.ariadne,
                    Duration.ofSeconds(event.number("durationSeconds")),
                    ContactDecoder.member(event.object("member")),
                    ContactDecoder.memberOrNull(event.objectOrNull("operator")));
            case "MemberUnmuteEvent" -> new MemberUnmuteEvent(this.ariadne,
                    ContactDecoder.member(event.object("member")),
                    ContactDecoder.memberOrNull(event.objectOrNull("operator")));
            default -> botEvent(type, event);
        };
    }

    private @Nullable BotEvent botEvent(String type, JsonFields event) {
        return switch (type) {
            case "BotOnlineEvent" -> isOwn(event) ? new BotOnlineEvent(this.ariadne) : null;
            case "BotReloginEvent" -> isOwn(event) ? new BotReloginEvent(this.ariadne) : null;
            case "BotOfflineEventActive" -> isOwn(event) ? new BotOfflineEventActive(this.ariadne) : null;
            case "BotOfflineEventDropped" -> isOwn(event) ? new BotOfflineEventDropped(this.ariadne) : null;
            case "BotOfflineEventForce" -> isOwn(event) ? new BotOfflineEventForce(this.ariadne,
                    event.text("title", ""), event.text("message", "")) : null;
            default -> null;
        };
    }

    private boolean isOwn(JsonFields event) {
        return event.number("qq") == this.ariadne.id();
    }

    private static MessageChain chain(JsonFields event) {
        return ChainDecoder.decode(event.array("messageChain"));
    }

}
