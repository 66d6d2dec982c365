package dev.ariadne.account;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Lets everything happen to accounts in every order, for a few steps, from each of some beginnings.
 */
public final class AccountSequences implements Runnable {

    private static final int STEPS = Integer.getInteger("model.steps", 3);

    private static final List<AccountStep> CONNECTING = List.of(AccountStep.START, AccountStep.RUN_FIRST);

    private static final List<List<AccountStep>> BEGINNINGS = List.of(List.of(), CONNECTING,
            and(CONNECTING, AccountStep.CALL, AccountStep.FAIL),
            and(CONNECTING, AccountStep.SUCCEED),
            and(CONNECTING, AccountStep.SUCCEED, AccountStep.RUN_FIRST),
            and(CONNECTING, AccountStep.SUCCEED, AccountStep.RUN_FIRST, AccountStep.LOG_OUT_REPLACEABLY),
            and(CONNECTING, AccountStep.SUCCEED, AccountStep.RUN_FIRST, AccountStep.STOP));

    private static List<AccountStep> and(List<AccountStep> beginning, AccountStep... more) {
        List<AccountStep> steps = new ArrayList<>(beginning);
        steps.addAll(List.of(more));
        return steps;
    }

    @Override
    public void run() {
        BEGINNINGS.forEach((beginning) -> go(beginning, STEPS));
    }

    private static void go(List<AccountStep> steps, int more) {
        Iterator<AccountStep> next = steps.iterator();
        AccountWalk walk = new AccountWalk(() -> next.hasNext() ? next.next() : null);
        walk.walk();
        // What cannot happen makes no other sequence.
        if (more > 0 && walk.taken() == steps.size()) {
            for (AccountStep step : AccountStep.values()) {
                go(and(steps, step), more - 1);
            }
        }
    }

}
