package dev.ariadne.background;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * The end of work that goes on elsewhere, which the thread of a run waits for.
 */
final class Completion {

    private final CompletableFuture<@Nullable Throwable> outcome = new CompletableFuture<>();

    /** The work has ended: well, or by a failure. The first word counts. */
    void end(@Nullable Throwable failure) {
        this.outcome.complete(failure);
    }

    /**
     * Waits for the end.
     *
     * @param cancel cancels the work, on this thread, when it is interrupted; if nothing can be known of the work after
     * that, it also says that it has ended
     */
    void await(Runnable cancel) throws Exception {
        InterruptedException interruption = null;
        try {
            this.outcome.get();
        }
        catch (InterruptedException ex) {
            interruption = ex;
            cancel.run();
        }
        throwFailure(interruption);
    }

    /**
     * Waits for the end, and throws what the work failed with: the failure itself, not what carried it here.
     *
     * @param interruption what the work was cancelled for, thrown unless the work failed for another reason; or null
     */
    void throwFailure(@Nullable InterruptedException interruption) throws Exception {
        Throwable failure = this.outcome.get();
        if (interruption != null && (failure == null || Interruptions.isInterruption(failure))) {
            throw interruption;
        }
        if (failure != null) {
            ReflectionUtils.rethrowException(unwrap(failure));
        }
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable unwrapped = failure;
        while ((unwrapped instanceof CompletionException || unwrapped instanceof ExecutionException
                || unwrapped instanceof InvocationTargetException) && unwrapped.getCause() != null) {
            unwrapped = unwrapped.getCause();
        }
        return unwrapped;
    }

    /** Waits for a stage. One that does not end by being cancelled is waited for on. */
    static void await(CompletionStage<?> stage) throws Exception {
        Completion completion = new Completion();
        CompletionStage<?> unused = stage.whenComplete((value, failure) -> completion.end(failure));
        completion.await(() -> cancel(stage));
    }

    private static void cancel(CompletionStage<?> stage) {
        // The JDK's minimal stages are futures as well, but refuse to be used as such.
        boolean own = stage instanceof Future<?> && !(stage instanceof CompletableFuture<?>);
        Future<?> future = own ? (Future<?>) stage : stage.toCompletableFuture();
        future.cancel(true);
    }

}
