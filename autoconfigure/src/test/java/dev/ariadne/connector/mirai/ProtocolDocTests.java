package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.bot.BotEvent;
import dev.ariadne.event.client.OtherClientEvent;
import dev.ariadne.event.friend.FriendEvent;
import dev.ariadne.event.group.GroupEvent;
import dev.ariadne.event.interaction.InteractionEvent;
import dev.ariadne.event.message.MessageEvent;
import dev.ariadne.event.message.OtherClientMessage;
import dev.ariadne.event.message.SyncMessageEvent;
import dev.ariadne.event.request.RequestEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about the protocol names every event and every element, and what proves it.
 */
class ProtocolDocTests {

    private static final List<Class<? extends ReceivedEvent>> HIERARCHIES = List.of(BotEvent.class,
            OtherClientEvent.class, FriendEvent.class, GroupEvent.class, InteractionEvent.class, MessageEvent.class,
            OtherClientMessage.class, SyncMessageEvent.class, RequestEvent.class);

    private static List<String> section(String heading) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "protocol.md"));
        String section = page.substring(page.indexOf("\n## " + heading + "\n") + 1);
        int next = section.indexOf("\n## ");
        return ((next < 0) ? section : section.substring(0, next)).lines()
            .filter((line) -> line.startsWith("| `")).toList();
    }

    @Test
    void whenAnEventIsInATranscriptThenThePageHasItsRow() throws IOException {
        assertThat(section("Events")).containsExactlyElementsOf(ProtocolPage.events());
    }

    @Test
    void whenAnElementHasATypeThenThePageHasItsRow() throws IOException {
        assertThat(section("Elements")).containsExactlyElementsOf(ProtocolPage.elements());
    }

    @Test
    void whenAnEventHasATypeThenATranscriptProvesIt() {
        Set<String> types = new TreeSet<>();
        HIERARCHIES.forEach((type) -> records(type, types));
        assertThat(types).hasSizeGreaterThan(45);
        assertThat(ProtocolPage.events()).hasSameSizeAs(types)
            .allSatisfy((row) -> assertThat(types).anyMatch((type) -> row.startsWith("| `" + type + "` | `event.")));
    }

    private static void records(Class<?> type, Set<String> names) {
        if (type.isRecord()) {
            names.add(type.getSimpleName());
        }
        else {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                records(permitted, names);
            }
        }
    }

}
