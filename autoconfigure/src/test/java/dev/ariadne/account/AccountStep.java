package dev.ariadne.account;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.json.Json;

/**
 * What may happen to an account next.
 */
@SuppressWarnings("ImmutableEnumChecker") // what a step does keeps nothing
enum AccountStep {

    START((walk) -> true, (walk) -> walk.play().start()),

    STOP((walk) -> true, (walk) -> walk.play().stop()),

    CALL((walk) -> true, (walk) -> walk.play().call()),

    RUN_FIRST((walk) -> walk.waiting() > 0, (walk) -> walk.run(0)),

    RUN_LAST((walk) -> walk.waiting() > 1, (walk) -> walk.run(walk.waiting() - 1)),

    SUCCEED(AccountStep::isPending, (walk) -> pending(walk).succeed()),

    FAIL(AccountStep::isPending, (walk) -> pending(walk).fail(Retry.BACK_OFF)),

    FAIL_FOR_GOOD(AccountStep::isPending, (walk) -> pending(walk).fail(Retry.NEVER)),

    REACHABLE((walk) -> isPending(walk) || isOpen(walk), AccountStep::reachable),

    LOSE(AccountStep::isOpen, (walk) -> open(walk).lose()),

    /** A connection that was there before is told to be lost once more. */
    LOSE_FORMER((walk) -> walk.play().connector.formerAttempt() != null,
            (walk) -> Objects.requireNonNull(walk.play().connector.formerAttempt()).lose()),

    LOG_OUT((walk) -> isOpen(walk) && open(walk).isLoggedIn(), (walk) -> open(walk).logOut(Retry.NEVER)),

    LOG_OUT_REPLACEABLY((walk) -> isOpen(walk) && open(walk).isLoggedIn(),
            (walk) -> open(walk).logOut(Retry.BACK_OFF)),

    LOG_IN((walk) -> isOpen(walk) && !open(walk).isLoggedIn(), (walk) -> open(walk).logIn()),

    RECEIVE(AccountStep::isOpen, AccountStep::receive),

    FINISH_CLOSING((walk) -> walk.play().connector.closingAttempt() != null,
            (walk) -> Objects.requireNonNull(walk.play().connector.closingAttempt()).finishClosing()),

    /** The next connection is there before the account hears of it. */
    NEXT_AT_ONCE((walk) -> !walk.hasScript(), (walk) -> walk.script(PlayConnector.Attempt::succeed)),

    /** And has been lost, before the account hears of it. */
    NEXT_LOST((walk) -> !walk.hasScript(), (walk) -> walk.script((attempt) -> {
        attempt.succeed();
        attempt.lose();
    })),

    NEXT_LOGGED_OUT((walk) -> !walk.hasScript(), (walk) -> walk.script((attempt) -> {
        attempt.succeed();
        attempt.logOut(Retry.BACK_OFF);
    })),

    /** The time of what waits for it has come. */
    TIME((walk) -> walk.play().scheduler.waiting() > 0, (walk) -> walk.play().scheduler.advance()),

    /** The listener of what is published next does not return for some steps. */
    LINGER(AccountWalk::mayLinger, AccountWalk::linger),

    /** The listener that lingers returns. */
    RETURN(AccountWalk::isInside, AccountWalk::leave);

    private final Predicate<AccountWalk> possible;

    private final Consumer<AccountWalk> effect;

    AccountStep(Predicate<AccountWalk> possible, Consumer<AccountWalk> effect) {
        this.possible = possible;
        this.effect = effect;
    }

    boolean isPossible(AccountWalk walk) {
        return this.possible.test(walk);
    }

    void take(AccountWalk walk) {
        this.effect.accept(walk);
    }

    private static boolean isPending(AccountWalk walk) {
        return walk.play().connector.pendingAttempt() != null;
    }

    private static PlayConnector.Attempt pending(AccountWalk walk) {
        return Objects.requireNonNull(walk.play().connector.pendingAttempt());
    }

    private static boolean isOpen(AccountWalk walk) {
        return walk.play().connector.openAttempt() != null;
    }

    private static PlayConnector.Attempt open(AccountWalk walk) {
        return Objects.requireNonNull(walk.play().connector.openAttempt());
    }

    private static void reachable(AccountWalk walk) {
        (isPending(walk) ? pending(walk) : open(walk)).listener().reachable();
    }

    private static void receive(AccountWalk walk) {
        open(walk).listener().received(
                new UnknownEvent(walk.play().account, Conversation.group(1), "event", Json.object()));
    }

}
