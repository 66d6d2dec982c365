package dev.ariadne.connector.sandbox;

import dev.ariadne.Ariadne;
import dev.ariadne.InvalidCallException;
import dev.ariadne.TargetNotFoundException;
import dev.ariadne.call.Call;
import dev.ariadne.event.Conversation;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Quote;
import dev.ariadne.message.Source;

/**
 * An account that makes calls in the sandbox.
 *
 * @param ariadne the account
 * @param account its other side
 */
record SandboxCaller(Ariadne ariadne, InMemoryAccount account) {

    private static final int NOT_FOUND = 5;

    private static final int EMPTY = 500;

    String name() {
        return this.ariadne.name();
    }

    SeenPeople people() {
        return this.account.people();
    }

    KeptMessages messages() {
        return this.account.messages();
    }

    MessageReceipt send(Call<?> call, Conversation conversation, MessageChain message) {
        if (message.elements().stream().allMatch((element) -> element instanceof Source || element instanceof Quote)) {
            // As mirai-api-http refuses it.
            throw new InvalidCallException(name(), call.command(), EMPTY, "message is empty");
        }
        SentMessage sent = this.account.send(this.ariadne, conversation, message);
        return new MessageReceipt(sent.targetId(), sent.messageId());
    }

    TargetNotFoundException unknown(Call<?> call, String what) {
        return new TargetNotFoundException(name(), call.command(), NOT_FOUND,
                "the sandbox has not seen " + what);
    }

}
