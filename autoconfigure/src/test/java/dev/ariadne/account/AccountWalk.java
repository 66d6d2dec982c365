package dev.ariadne.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.ariadne.model.Threads;
import org.jspecify.annotations.Nullable;

/**
 * One thing after the other that happens to an account, all on one thread, with a look at the account after each.
 */
final class AccountWalk {

    private final List<Runnable> waiting = new ArrayList<>();

    private final AccountPlay play = new AccountPlay(this.waiting::add, true);

    private final List<AccountStep> taken = new ArrayList<>();

    private final Supplier<@Nullable AccountStep> steps;

    private boolean scripted;

    private boolean lingering;

    private boolean inside;

    private boolean leaving;

    /** Takes the next step from the supplier, until that has none. */
    AccountWalk(Supplier<@Nullable AccountStep> steps) {
        this.steps = steps;
    }

    /** Walks, and then stops the account. Fails if anything is wrong. */
    void walk() {
        try {
            goOn();
            this.lingering = false;
            this.play.listener.inside(() -> {
            });
            end();
        }
        catch (RuntimeException | AssertionError ex) {
            throw new AssertionError(ex.getMessage() + ", after " + this.taken, ex);
        }
    }

    private void goOn() {
        for (AccountStep step = this.steps.get(); step != null; step = this.steps.get()) {
            if (step.isPossible(this)) {
                this.taken.add(step);
                step.take(this);
                // An interrupt that was meant for a listener.
                Thread.interrupted();
                if (this.leaving) {
                    return;
                }
                this.play.check(isIdle());
            }
        }
    }

    private void end() {
        this.play.stop();
        this.play.check(isIdle());
        for (int rounds = 0; this.waiting.size() + closing() > 0; rounds++) {
            // Not seen to fail: what keeps an account busy does so within one step, and hangs.
            Threads.require(rounds < 1000, "it never comes to rest");
            if (this.waiting.isEmpty()) {
                AccountStep.FINISH_CLOSING.take(this);
            }
            else {
                run(0);
            }
            this.play.check(isIdle());
        }
        this.play.checkEnd();
    }

    private int closing() {
        return (this.play.connector.closingAttempt() != null) ? 1 : 0;
    }

    private boolean isIdle() {
        return this.waiting.isEmpty() && !this.inside;
    }

    AccountPlay play() {
        return this.play;
    }

    /** Returns how many steps were possible. */
    int taken() {
        return this.taken.size();
    }

    int waiting() {
        return this.waiting.size();
    }

    void run(int index) {
        this.waiting.remove(index).run();
    }

    /** Says what the next attempt does at once. */
    void script(Consumer<PlayConnector.Attempt> script) {
        this.scripted = true;
        this.play.connector.script((attempt) -> {
            if (this.scripted) {
                this.scripted = false;
                script.accept(attempt);
            }
        });
    }

    boolean hasScript() {
        return this.scripted;
    }

    boolean mayLinger() {
        return !this.lingering;
    }

    void linger() {
        this.lingering = true;
        this.play.listener.inside(() -> {
            this.inside = true;
            goOn();
            this.inside = false;
            this.leaving = false;
            this.lingering = false;
        });
    }

    boolean isInside() {
        return this.inside;
    }

    void leave() {
        this.leaving = true;
    }

}
