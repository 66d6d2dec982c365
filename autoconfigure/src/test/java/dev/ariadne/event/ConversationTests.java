package dev.ariadne.event;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConversationTests {

    @Test
    void whenConversationsAreOfDifferentKindsThenTheyDifferAlsoWithTheSameNumber() {
        List<Conversation> all = List.of(Conversation.group(1), Conversation.friend(1), Conversation.temp(1),
                Conversation.account(1));
        assertThat(all).doesNotHaveDuplicates()
            .extracting(Conversation::kind)
            .containsExactly(Conversation.Kind.GROUP, Conversation.Kind.FRIEND, Conversation.Kind.TEMP,
                    Conversation.Kind.ACCOUNT);
        assertThat(all).extracting(Conversation::id).containsOnly(1L);
        assertThat(Conversation.friend(2)).isEqualTo(Conversation.friend(2)).isNotEqualTo(Conversation.friend(1));
    }

}
