package dev.ariadne.background;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * How a run waits for work that its method began and returned.
 */
@FunctionalInterface
interface ReturnedWork {

    /** Whether Kotlin's coroutines can be run. */
    boolean COROUTINES = isPresent("kotlinx.coroutines.BuildersKt");

    /** Whether reactive types can be adapted, of whichever library. */
    boolean REACTIVE_STREAMS = isPresent("org.reactivestreams.FlowAdapters");

    /**
     * Waits on the thread of the run until the work has ended. When the thread is interrupted it cancels the work, and
     * waits on for its end where that can be known.
     *
     * @param returned what the method returned
     * @throws InterruptedException if the thread was interrupted and the work was cancelled
     * @throws Exception what the work failed with
     */
    void await(@Nullable Object returned) throws Exception;

    /** Returns how to wait for what is returned as this type, or null if nobody knows. */
    static @Nullable ReturnedWork ofType(Class<?> type) {
        if (type == void.class || type == Void.class || type.getName().equals("kotlin.Unit")) {
            return (returned) -> {
            };
        }
        if (CompletionStage.class.isAssignableFrom(type)) {
            return (returned) -> Completion.await((CompletionStage<?>) present(returned));
        }
        ReturnedWork work = COROUTINES ? CoroutineWork.ofType(type) : null;
        if (work == null && REACTIVE_STREAMS) {
            work = PublishedWork.ofType(type);
        }
        if (work == null && Flow.Publisher.class.isAssignableFrom(type)) {
            work = (returned) -> IgnoredElements.await((Flow.Publisher<?>) present(returned));
        }
        return work;
    }

    /** Returns what was returned. */
    static Object present(@Nullable Object returned) {
        if (returned == null) {
            throw new IllegalStateException("The method returned null instead of the work to wait for");
        }
        return returned;
    }

    private static boolean isPresent(String className) {
        return ClassUtils.isPresent(className, ReturnedWork.class.getClassLoader());
    }

}
