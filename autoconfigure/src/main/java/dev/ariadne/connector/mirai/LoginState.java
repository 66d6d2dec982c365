package dev.ariadne.connector.mirai;

import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.event.bot.BotEvent;
import dev.ariadne.event.bot.BotOfflineEventActive;
import dev.ariadne.event.bot.BotOfflineEventDropped;
import dev.ariadne.event.bot.BotOfflineEventForce;

/**
 * What the bot's own events say about its login.
 */
final class LoginState {

    private LoginState() {
    }

    static void tell(BotEvent event, ConnectionListener listener) {
        if (event instanceof BotOfflineEventActive) {
            listener.loggedOut("the bot logged out");
        }
        else if (event instanceof BotOfflineEventDropped) {
            listener.loggedOut("the bot's login was dropped");
        }
        else if (event instanceof BotOfflineEventForce force) {
            listener.loggedOut("the bot was logged out: " + force.title() + ", " + force.message());
        }
        else {
            listener.loggedIn();
        }
    }

}
