package dev.ariadne.connector.mirai;

import java.util.List;
import java.util.function.Function;

import dev.ariadne.Ariadne;
import dev.ariadne.event.bot.BotGroupPermissionChangeEvent;
import dev.ariadne.event.bot.BotJoinGroupEvent;
import dev.ariadne.event.bot.BotLeaveEventActive;
import dev.ariadne.event.bot.BotLeaveEventDisband;
import dev.ariadne.event.bot.BotLeaveEventKick;
import dev.ariadne.event.bot.BotLoginEvent;
import dev.ariadne.event.bot.BotMuteEvent;
import dev.ariadne.event.bot.BotOfflineEventActive;
import dev.ariadne.event.bot.BotOfflineEventDropped;
import dev.ariadne.event.bot.BotOfflineEventForce;
import dev.ariadne.event.bot.BotOnlineEvent;
import dev.ariadne.event.bot.BotReloginEvent;
import dev.ariadne.event.bot.BotUnmuteEvent;
import org.jspecify.annotations.Nullable;

/**
 * How events of the account itself are read and written. Those about its login name it; one that names another bot is
 * none of this account.
 */
final class BotFormats {

    static final List<EventFormat<?>> ALL = List.of(
            login(BotOnlineEvent.class, BotOnlineEvent::new),
            login(BotReloginEvent.class, BotReloginEvent::new),
            login(BotOfflineEventActive.class, BotOfflineEventActive::new),
            login(BotOfflineEventDropped.class, BotOfflineEventDropped::new),
            new EventFormat<>(BotOfflineEventForce.class, BotFormats::forced,
                    (event, out) -> qq(event, out).text("title", event.title()).text("message", event.message())),
            new EventFormat<>(BotMuteEvent.class,
                    (in) -> new BotMuteEvent(in.ariadne(), in.seconds("durationSeconds"), in.member("operator")),
                    (event, out) -> out.seconds("durationSeconds", event.duration())
                            .member("operator", event.operator())),
            new EventFormat<>(BotUnmuteEvent.class,
                    (in) -> new BotUnmuteEvent(in.ariadne(), in.member("operator")),
                    (event, out) -> out.member("operator", event.operator())),
            new EventFormat<>(BotGroupPermissionChangeEvent.class,
                    (in) -> new BotGroupPermissionChangeEvent(in.ariadne(), in.permission("origin"),
                            in.permission("current"), in.group("group")),
                    (event, out) -> out.permission("origin", event.origin()).permission("current", event.current())
                            .group("group", event.group())),
            new EventFormat<>(BotJoinGroupEvent.class,
                    (in) -> new BotJoinGroupEvent(in.ariadne(), in.group("group"), in.memberOrNull("invitor")),
                    (event, out) -> out.group("group", event.group()).member("invitor", event.invitor())),
            new EventFormat<>(BotLeaveEventActive.class,
                    (in) -> new BotLeaveEventActive(in.ariadne(), in.group("group")),
                    (event, out) -> out.group("group", event.group())),
            new EventFormat<>(BotLeaveEventKick.class,
                    (in) -> new BotLeaveEventKick(in.ariadne(), in.group("group"), in.member("operator")),
                    (event, out) -> out.group("group", event.group()).member("operator", event.operator())),
            new EventFormat<>(BotLeaveEventDisband.class,
                    (in) -> new BotLeaveEventDisband(in.ariadne(), in.group("group"), in.member("operator")),
                    (event, out) -> out.group("group", event.group()).member("operator", event.operator())));

    private BotFormats() {
    }

    private static <E extends BotLoginEvent> EventFormat<E> login(Class<E> type, Function<Ariadne, E> creator) {
        return new EventFormat<>(type, (in) -> isOwn(in) ? creator.apply(in.ariadne()) : null, BotFormats::qq);
    }

    private static @Nullable BotOfflineEventForce forced(EventReader in) {
        return isOwn(in) ? new BotOfflineEventForce(in.ariadne(), in.fields().text("title", ""),
                in.fields().text("message", "")) : null;
    }

    private static boolean isOwn(EventReader in) {
        return in.number("qq") == in.ariadne().id();
    }

    private static EventWriter qq(BotLoginEvent event, EventWriter out) {
        return out.number("qq", event.ariadne().id());
    }

}
