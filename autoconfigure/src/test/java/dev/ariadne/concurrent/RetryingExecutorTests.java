package dev.ariadne.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryingExecutor}, with an executor that runs what it takes at once, and a second that passes when
 * the test says so.
 */
@ExtendWith(OutputCaptureExtension.class)
class RetryingExecutorTests {

    private static final String WAITS = "No thread can be had";

    private final List<String> done = new ArrayList<>();

    private final Queue<Runnable> later = new ArrayDeque<>();

    private int threads;

    private boolean noTimer;

    private final RetryingExecutor executor = new RetryingExecutor(this::onThread, this::later);

    private void onThread(Runnable action) {
        if (this.threads == 0) {
            throw noThread();
        }
        this.threads--;
        action.run();
    }

    private void later(Runnable action) {
        if (this.noTimer) {
            throw noThread();
        }
        this.later.add(action);
    }

    private static OutOfMemoryError noThread() {
        return new OutOfMemoryError("unable to create native thread");
    }

    private void execute(String name) {
        this.executor.execute(() -> this.done.add(name));
    }

    @Test
    void whenThreadsCanBeHadThenNothingWaits(CapturedOutput output) {
        this.threads = 2;
        execute("first");
        execute("second");
        assertThat(this.done).containsExactly("first", "second");
        assertThat(this.later).isEmpty();
        assertThat(output).isEmpty();
    }

    @Test
    void whenNoThreadCanBeHadThenWhatIsToBeDoneWaitsUntilOneCan(CapturedOutput output) throws Exception {
        execute("first");
        execute("second");
        assertThat(this.later).hasSize(1);
        assertThat(output.getOut()).containsOnlyOnce(WAITS).contains("unable to create native thread");
        this.later.remove().run();
        assertThat(this.done).isEmpty();
        assertThat(this.later).hasSize(1);
        this.threads = 1;
        this.later.remove().run();
        assertThat(this.done).containsExactly("first");
        assertThat(this.later).hasSize(1);
        this.threads = 2;
        execute("third");
        this.later.remove().run();
        assertThat(this.done).containsExactly("first", "third", "second");
        assertThat(this.later).isEmpty();
        assertThat(output.getOut()).containsOnlyOnce(WAITS).containsOnlyOnce("Threads can be had again");
        CompletableFuture.runAsync(() -> execute("fourth")).get(10, TimeUnit.SECONDS);
        assertThat(output.getOut().split(WAITS, -1)).hasSize(3);
        this.threads = 1;
        this.later.remove().run();
        assertThat(this.done).endsWith("fourth");
    }

    @Test
    void whenThereIsNotEvenATimerThenItIsTriedAgainWithTheNextAction() {
        this.noTimer = true;
        execute("first");
        this.noTimer = false;
        execute("second");
        this.threads = 2;
        this.later.remove().run();
        assertThat(this.done).containsExactly("first", "second");
    }

    @Test
    void whenTheExecutorIsClosedMeanwhileThenThatIsToldAndTheNextOneHasItsTurn(CapturedOutput output) {
        List<RuntimeException> refusals = new ArrayList<>(List.of(new RejectedExecutionException("closed")));
        boolean[] full = { true };
        Executor closing = (action) -> {
            if (full[0]) {
                throw noThread();
            }
            if (!refusals.isEmpty()) {
                throw refusals.remove(0);
            }
            action.run();
        };
        RetryingExecutor executor = new RetryingExecutor(closing, this::later);
        executor.execute(() -> this.done.add("first"));
        executor.execute(() -> this.done.add("second"));
        full[0] = false;
        this.later.remove().run();
        assertThat(this.done).containsExactly("second");
        assertThat(output.getErr()).contains("RejectedExecutionException: closed");
    }

}
