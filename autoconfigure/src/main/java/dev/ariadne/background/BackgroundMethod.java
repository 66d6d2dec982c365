package dev.ariadne.background;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;

import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.KotlinDetector;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * A method of a bean that is a background task.
 */
final class BackgroundMethod {

    private final String beanName;

    private final Method method;

    private final boolean suspending;

    private final ReturnedWork returnedWork;

    /**
     * Creates a method.
     *
     * @throws InvalidBackgroundTaskException if it cannot be called as a task
     */
    BackgroundMethod(String beanName, Method method) {
        this.beanName = beanName;
        this.method = method;
        this.suspending = KotlinDetector.isSuspendingFunction(method)
                && KotlinDetector.isKotlinType(method.getDeclaringClass());
        checkModifiers();
        checkParameters();
        checkCoroutines();
        this.returnedWork = returnedWork(returnType());
    }

    private void checkModifiers() {
        if (Modifier.isStatic(this.method.getModifiers())) {
            throw invalid("A static method is nobody's task", "Make it an instance method of the bean", null);
        }
    }

    private void checkParameters() {
        for (Class<?> type : parameterTypes()) {
            if (type != Ariadne.class && type != BackgroundContext.class) {
                throw invalid("A parameter of type " + type.getName() + " cannot be supplied",
                        "Take an Ariadne, a BackgroundContext, both in any order, or nothing, "
                                + "and inject everything else into the bean",
                        null);
            }
        }
    }

    /** Returns what the method is written with: the last parameter of a suspending function is the compiler's. */
    private Class<?>[] parameterTypes() {
        Class<?>[] types = this.method.getParameterTypes();
        return this.suspending ? Arrays.copyOf(types, types.length - 1) : types;
    }

    private void checkCoroutines() {
        if (this.suspending && !ReturnedWork.COROUTINES) {
            throw invalid("A suspending function needs Kotlin's coroutines, which are not on the classpath",
                    "Add the dependency org.jetbrains.kotlinx:kotlinx-coroutines-core", null);
        }
    }

    private Class<?> returnType() {
        if (!this.suspending) {
            return this.method.getReturnType();
        }
        ResolvableType continuation = ResolvableType.forMethodParameter(this.method,
                this.method.getParameterCount() - 1);
        // Unknown to the compiler as well, if the function never returns.
        return continuation.getGeneric(0).resolve(Void.class);
    }

    private ReturnedWork returnedWork(Class<?> type) {
        ReturnedWork work = ReturnedWork.ofType(type);
        if (work == null) {
            throw invalid("The return type " + type.getName() + " is not supported",
                    "Return nothing, or what the run is to wait for: a CompletionStage, a Flow.Publisher, "
                            + "a Mono, a Flux or another type that Spring's ReactiveAdapterRegistry knows, "
                            + "a Flow or a Job of Kotlin's coroutines; the library of the type must be on the classpath",
                    null);
        }
        return work;
    }

    /**
     * Returns the task that calls this method on a bean.
     *
     * @param bean the bean, which may be a proxy
     * @throws InvalidBackgroundTaskException if the proxy does not have the method
     */
    BackgroundTask on(Object bean) {
        Method invocable = invocableOn(bean);
        ReflectionUtils.makeAccessible(invocable);
        return (context) -> run(bean, invocable, context);
    }

    private Method invocableOn(Object bean) {
        if (AopUtils.isCglibProxy(bean) && isHiddenFromSubclasses()) {
            throw invalid("The bean is wrapped by a class-based proxy, which cannot carry a private or final method",
                    "Make the method neither private nor final", null);
        }
        try {
            return AopUtils.selectInvocableMethod(this.method, bean.getClass());
        }
        catch (IllegalStateException ex) {
            throw invalid("The bean is wrapped by a JDK proxy, which does not have the method",
                    "Declare the method in an interface of the bean, or let it have a class-based proxy "
                            + "(proxyTargetClass = true)",
                    ex);
        }
    }

    private boolean isHiddenFromSubclasses() {
        return (this.method.getModifiers() & (Modifier.PRIVATE | Modifier.FINAL)) != 0;
    }

    private void run(Object bean, Method method, BackgroundContext context) throws Exception {
        Object[] arguments = Arrays.stream(parameterTypes())
            .map((type) -> (type == Ariadne.class) ? context.ariadne() : context)
            .toArray();
        this.returnedWork.await(
                this.suspending ? CoroutineWork.call(method, bean, arguments) : call(method, bean, arguments));
    }

    private static @Nullable Object call(Method method, Object bean, Object[] arguments) throws Exception {
        try {
            return method.invoke(bean, arguments);
        }
        catch (InvocationTargetException ex) {
            ReflectionUtils.rethrowException(ex.getTargetException());
            throw ex;
        }
    }

    String name() {
        return this.method.getName();
    }

    /** Returns the method as a person would write it. */
    String describe() {
        return this.method.getDeclaringClass().getSimpleName() + "." + this.method.getName() + "("
                + Arrays.stream(parameterTypes())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining(", "))
                + ")";
    }

    /** Returns an exception that tells what is wrong with this method. */
    InvalidBackgroundTaskException invalid(String problem, String mend, @Nullable Throwable cause) {
        return new InvalidBackgroundTaskException(this.beanName, describe(), problem, mend, cause);
    }

}
