package dev.ariadne.connector.mirai;

import dev.ariadne.json.Json;
import dev.ariadne.message.ChainJson;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.Quote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The message chains in commands.
 */
final class Chains {

    private Chains() {
    }

    /** Returns the content of a command that sends a message; what it quotes is a parameter of its own. */
    static ObjectNode content(MessageChain message) {
        ObjectNode content = Json.object();
        content.set("messageChain", write(message));
        message.first(Quote.class).ifPresent((quote) -> content.put("quote", quote.id()));
        return content;
    }

    static JsonNode write(MessageChain chain) {
        return ChainJson.forSending(chain);
    }

}
