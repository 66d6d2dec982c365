package dev.ariadne.connector.mirai;

import dev.ariadne.call.Page;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of commands that ask for a part of a list. Their defaults in the server are those of
 * {@link Page#all()}.
 */
final class Pages {

    private Pages() {
    }

    static ObjectNode put(ObjectNode content, Page page) {
        return content.put("offset", page.offset()).put("size", page.size());
    }

}
