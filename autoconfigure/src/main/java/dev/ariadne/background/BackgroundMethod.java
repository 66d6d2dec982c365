package dev.ariadne.background;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;

import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A method of a bean that is a background task.
 */
final class BackgroundMethod {

    private final String beanName;

    private final Method method;

    /**
     * Creates a method.
     *
     * @throws InvalidBackgroundTaskException if it cannot be called as a task
     */
    BackgroundMethod(String beanName, Method method) {
        this.beanName = beanName;
        this.method = method;
        checkModifiers();
        checkParameters();
        checkReturnType();
    }

    private void checkModifiers() {
        if (Modifier.isStatic(this.method.getModifiers())) {
            throw invalid("A static method is nobody's task", "Make it an instance method of the bean", null);
        }
    }

    private void checkParameters() {
        for (Class<?> type : this.method.getParameterTypes()) {
            if (type != Ariadne.class && type != BackgroundContext.class) {
                throw invalid("A parameter of type " + type.getName() + " cannot be supplied",
                        "Take an Ariadne, a BackgroundContext, both in any order, or nothing, "
                                + "and inject everything else into the bean",
                        null);
            }
        }
    }

    private void checkReturnType() {
        Class<?> type = this.method.getReturnType();
        if (type != void.class && type != Void.class && !type.getName().equals("kotlin.Unit")) {
            throw invalid("The return type " + type.getName() + " is not supported",
                    "Return void and do the work before returning; this version does not wait for what is returned, "
                            + "such as a CompletionStage or a reactive type",
                    null);
        }
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
        return (context) -> invoke(bean, invocable, context);
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

    private static void invoke(Object bean, Method method, BackgroundContext context) throws Exception {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
            .map((type) -> (type == Ariadne.class) ? context.ariadne() : context)
            .toArray();
        try {
            method.invoke(bean, arguments);
        }
        catch (InvocationTargetException ex) {
            ReflectionUtils.rethrowException(ex.getTargetException());
        }
    }

    String name() {
        return this.method.getName();
    }

    /** Returns the method as a person would write it. */
    String describe() {
        return this.method.getDeclaringClass().getSimpleName() + "." + this.method.getName() + "("
                + Arrays.stream(this.method.getParameterTypes())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining(", "))
                + ")";
    }

    /** Returns an exception that tells what is wrong with this method. */
    InvalidBackgroundTaskException invalid(String problem, String mend, @Nullable Throwable cause) {
        return new InvalidBackgroundTaskException(this.beanName, describe(), problem, mend, cause);
    }

}
