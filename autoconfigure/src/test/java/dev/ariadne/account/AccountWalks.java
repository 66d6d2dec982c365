package dev.ariadne.account;

import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Lets very many things happen to accounts, in orders left to chance, which are the same each time.
 */
public final class AccountWalks implements Runnable, IntConsumer {

    static final int WALKS = Integer.getInteger("model.walks", 20_000);

    private static final int LONGEST = 60;

    private static final List<AccountStep> STEPS = List.of(AccountStep.values());

    @Override
    public void run() {
        for (int seed = 0; seed < WALKS; seed++) {
            accept(seed);
        }
    }

    /** Takes one of the walks. */
    @Override
    public void accept(int seed) {
        Random random = new Random(seed);
        int[] left = { 1 + random.nextInt(LONGEST) };
        new AccountWalk(() -> (left[0]-- > 0) ? STEPS.get(random.nextInt(STEPS.size())) : null).walk();
    }

}
