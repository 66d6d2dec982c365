package dev.ariadne.sample;

import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.event.message.GroupMessage;
import dev.ariadne.message.MessageChain;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says what it hears: everything to a friend, and in a group what is meant for it.
 */
@Component
class EchoListener {

    private static final String CALL = "echo ";

    @EventListener
    void onFriendMessage(FriendMessage event) {
        event.reply(MessageChain.of(event.message().text()));
    }

    @EventListener
    void onGroupMessage(GroupMessage event) {
        String text = event.message().text();
        if (text.startsWith(CALL)) {
            event.quoteReply(MessageChain.of(text.substring(CALL.length())));
        }
    }

}
