package dev.ariadne.connector.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ariadne.Ariadne;
import dev.ariadne.CallRejectedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.TargetNotFoundException;
import dev.ariadne.call.Call;
import dev.ariadne.call.Done;
import dev.ariadne.call.MessageCall;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Quote;
import dev.ariadne.message.Source;

/**
 * A link to the sandbox. Every call is answered at once.
 */
final class InMemoryConnection implements Connection {

    private static final int NOT_FOUND = 5;

    private static final int EMPTY = 500;

    private final InMemoryAccount account;

    private final Ariadne ariadne;

    private final ConnectionListener listener;

    private final AtomicBoolean open = new AtomicBoolean(true);

    InMemoryConnection(InMemoryAccount account, Ariadne ariadne, ConnectionListener listener) {
        this.account = account;
        this.ariadne = ariadne;
        this.listener = listener;
    }

    Ariadne ariadne() {
        return this.ariadne;
    }

    ConnectionListener listener() {
        return this.listener;
    }

    @Override
    @SuppressWarnings("unchecked") // each call's answer has the type that the call names
    public <R> CompletableFuture<R> call(Call<R> call) {
        if (!this.open.get()) {
            return CompletableFuture
                .failedFuture(new ConnectionLostException(this.ariadne.name(), call.command(), null));
        }
        try {
            return CompletableFuture.completedFuture((R) answer(call));
        }
        catch (CallRejectedException ex) {
            return CompletableFuture.failedFuture(ex);
        }
    }

    private Object answer(Call<?> call) {
        if (call instanceof MessageCall.SendFriendMessage send) {
            return send(call, Conversation.friend(send.friendId()), send.message());
        }
        if (call instanceof MessageCall.SendGroupMessage send) {
            return send(call, Conversation.group(send.groupId()), send.message());
        }
        if (call instanceof MessageCall.SendTempMessage send) {
            return send(call, Conversation.temp(send.memberId()), send.message());
        }
        MessageCall.Recall recall = (MessageCall.Recall) call;
        if (!this.account.hasSent(recall.targetId(), recall.messageId())) {
            throw new TargetNotFoundException(this.ariadne.name(), call.command(), NOT_FOUND, "unknown message");
        }
        return Done.DONE;
    }

    private MessageReceipt send(Call<?> call, Conversation conversation, MessageChain message) {
        if (message.elements().stream().allMatch((element) -> element instanceof Source || element instanceof Quote)) {
            // As mirai-api-http refuses it.
            throw new CallRejectedException(this.ariadne.name(), call.command(), EMPTY, "message is empty");
        }
        SentMessage sent = this.account.send(conversation, message);
        return new MessageReceipt(sent.targetId(), sent.messageId());
    }

    @Override
    public void resume() {
        // Nothing is held back here: what is said while there is no room is dropped by the listener.
    }

    @Override
    public CompletableFuture<Void> close() {
        this.open.set(false);
        this.account.disconnected(this);
        return CompletableFuture.completedFuture(null);
    }

    void drop(String reason) {
        if (this.open.compareAndSet(true, false)) {
            this.listener.lost(new ConnectionDroppedException(reason));
            this.account.refusedUntilOnline(this.listener);
        }
    }

}
