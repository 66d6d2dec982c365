package dev.ariadne.connector.mirai;

import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.bot.BotEvent;
import dev.ariadne.event.bot.BotOfflineEventActive;
import dev.ariadne.event.bot.BotOfflineEventDropped;
import dev.ariadne.event.bot.BotOfflineEventForce;
import dev.ariadne.event.bot.BotOnlineEvent;
import dev.ariadne.event.bot.BotReloginEvent;

/**
 * What the bot's own events say about its login.
 * <p>
 * A bot whose login was dropped logs in again as the same object, and says so on the same session. One that logged out,
 * or was logged out, comes back as a new object; the old session then stays deaf for ever, while it answers commands as
 * if nothing had happened (observed on 2.10.0). So only a new session can tell.
 */
final class LoginState {

    private LoginState() {
    }

    static void tell(BotEvent event, ConnectionListener listener) {
        tell(event, listener, true);
    }

    /**
     * Tells what an event says.
     *
     * @param session whether the link is bound to a session; one that is not is told of a new login as well
     */
    static void tell(BotEvent event, ConnectionListener listener, boolean session) {
        if (event instanceof BotOfflineEventActive) {
            listener.loggedOut("the bot logged out", session ? Retry.BACK_OFF : Retry.NEVER);
        }
        else if (event instanceof BotOfflineEventDropped) {
            listener.loggedOut("the bot's login was dropped", Retry.NEVER);
        }
        else if (event instanceof BotOfflineEventForce force) {
            listener.loggedOut("the bot was logged out: " + force.title() + ", " + force.message(),
                    session ? Retry.SLOWLY : Retry.NEVER);
        }
        else if (event instanceof BotOnlineEvent || event instanceof BotReloginEvent) {
            listener.loggedIn();
        }
    }

}
