package dev.ariadne.connector.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.call.StoredMessage;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.Source;
import org.jspecify.annotations.Nullable;

/**
 * What was said to and by an account of the sandbox.
 */
final class KeptMessages {

    // Guards the field below.
    private final ReentrantLock lock = new ReentrantLock();

    private final List<Kept> messages = new ArrayList<>();

    void keep(Conversation conversation, Source source, StoredMessage message) {
        this.lock.lock();
        try {
            this.messages.add(new Kept(conversation, source, message));
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Returns a message of a friend or group, null if there is none; mirai-api-http finds no others. */
    @Nullable StoredMessage find(long conversationId, long messageId) {
        return all().stream().filter((kept) -> kept.conversation().kind() != Conversation.Kind.TEMP)
            .filter((kept) -> kept.conversation().id() == conversationId && kept.source().id() == messageId)
            .map(Kept::message).findFirst().orElse(null);
    }

    /** Returns the messages of a conversation, the oldest first. */
    List<Kept> in(Conversation conversation) {
        return all().stream().filter((kept) -> kept.conversation().equals(conversation)).toList();
    }

    private List<Kept> all() {
        this.lock.lock();
        try {
            return List.copyOf(this.messages);
        }
        finally {
            this.lock.unlock();
        }
    }

    /** One message, and where it was said. */
    record Kept(Conversation conversation, Source source, StoredMessage message) {

    }

}
