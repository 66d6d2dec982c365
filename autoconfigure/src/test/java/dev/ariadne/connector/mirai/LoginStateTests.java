package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.TestAriadne;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.bot.BotEvent;
import dev.ariadne.event.bot.BotLoginEvent;
import dev.ariadne.event.bot.BotOnlineEvent;
import dev.ariadne.event.bot.BotReloginEvent;
import dev.ariadne.json.JsonFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

class LoginStateTests {

    private final ConnectionListener listener = mock(ConnectionListener.class);

    static List<BotEvent> events() {
        return EventRoundTripTests.catalogue().stream().map(LoginStateTests::read)
            .filter(BotEvent.class::isInstance).map(BotEvent.class::cast).toList();
    }

    private static ReceivedEvent read(Transcripts.Recorded recorded) {
        return MiraiEvents.read(new TestAriadne("bob", 10002), new JsonFields(recorded.json(), "event"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void whenAnEventIsAboutTheLoginThenTheLinkIsToldAndElseNot(BotEvent event) {
        LoginState.tell(event, this.listener);
        if (event instanceof BotOnlineEvent || event instanceof BotReloginEvent) {
            verify(this.listener).loggedIn();
        }
        else if (event instanceof BotLoginEvent) {
            verify(this.listener).loggedOut(anyString(), any());
        }
        verifyNoMoreInteractions(this.listener);
    }

}
