package dev.ariadne.event.bot;

import dev.ariadne.event.Conversation;

/**
 * The platform tells about the login of the account itself. Whether the account counts as online is told by {@link
 * dev.ariadne.event.AccountOnlineEvent} and {@link dev.ariadne.event.AccountOfflineEvent}.
 *
 * @since 0.1.0
 */
public sealed interface BotLoginEvent extends BotEvent permits BotOfflineEventActive, BotOfflineEventDropped,
        BotOfflineEventForce, BotOnlineEvent, BotReloginEvent {

    @Override
    default Conversation conversation() {
        return Conversation.account(ariadne().id());
    }

}
