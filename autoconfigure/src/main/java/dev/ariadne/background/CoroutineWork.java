package dev.ariadne.background;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import dev.ariadne.CurrentAriadne;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.JobKt;
import kotlinx.coroutines.flow.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Work of Kotlin's coroutines. Not to be touched where there are none.
 * <p>
 * A suspending function and the collector of a flow run on the thread of their run, as any other task does: what
 * blocks there harms nobody else, and an interrupt ends it. The run lasts until the coroutine has ended, with all its
 * children and whatever it does after it has been cancelled.
 */
final class CoroutineWork {

    private CoroutineWork() {
    }

    static @Nullable ReturnedWork ofType(Class<?> type) {
        if (Flow.class.isAssignableFrom(type)) {
            return (returned) -> collect((Flow<?>) ReturnedWork.present(returned));
        }
        if (Job.class.isAssignableFrom(type)) {
            return (returned) -> join((Job) ReturnedWork.present(returned));
        }
        return null;
    }

    /** Calls a suspending function, and returns what it returned in the end. */
    static @Nullable Object call(Method function, Object bean, Object[] arguments) throws Exception {
        return run((scope, continuation) -> invoke(function, bean, arguments, continuation));
    }

    private static @Nullable Object invoke(Method function, Object bean, Object[] arguments,
            Continuation<?> continuation) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1, Object[].class);
        all[arguments.length] = continuation;
        try {
            return function.invoke(bean, all);
        }
        catch (InvocationTargetException ex) {
            throw new CompletionException(ex.getTargetException());
        }
        catch (IllegalAccessException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static void collect(Flow<?> flow) throws Exception {
        run((scope, continuation) -> flow.collect((element, next) -> ignore(next), continuation));
    }

    private static Object ignore(Continuation<?> continuation) {
        // A flow that never suspends leaves no other moment to look.
        if (Thread.interrupted()) {
            JobKt.cancel(continuation.getContext(), cancellation());
        }
        return Unit.INSTANCE;
    }

    private static void join(Job job) throws Exception {
        Completion completion = new Completion();
        job.invokeOnCompletion((failure) -> {
            completion.end(failure);
            return Unit.INSTANCE;
        });
        completion.await(() -> job.cancel(cancellation()));
    }

    private static @Nullable Object run(
            Function2<CoroutineScope, Continuation<? super @Nullable Object>, @Nullable Object> code) throws Exception {
        OwnThread thread = new OwnThread();
        CoroutineContext context = ExecutorsKt.from((Executor) thread).plus(new CurrentAriadneElement(CurrentAriadne.get()));
        Deferred<@Nullable Object> job = BuildersKt.async(GlobalScope.INSTANCE, context, CoroutineStart.DEFAULT, code);
        job.invokeOnCompletion((failure) -> {
            thread.end(failure);
            return Unit.INSTANCE;
        });
        thread.runUntilEnd(() -> job.cancel(cancellation()));
        return job.getCompleted();
    }

    private static CancellationException cancellation() {
        return new CancellationException("The background task is to stop");
    }

}
