package dev.ariadne.event.message;

import dev.ariadne.message.MessageChain;
import dev.ariadne.message.Quote;
import dev.ariadne.message.Source;

/**
 * Messages that quote a received one.
 */
final class Quotes {

    private Quotes() {
    }

    /** Returns the answer as it is if the received chain does not tell its id. */
    static MessageChain quoting(MessageChain received, MessageChain answer) {
        return received.first(Source.class).map((source) -> MessageChain.of(new Quote(source.id())).plus(answer))
                .orElse(answer);
    }

}
