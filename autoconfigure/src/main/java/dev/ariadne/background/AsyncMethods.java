package dev.ariadne.background;

import java.lang.reflect.Method;
import java.util.Set;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Async;

/**
 * Methods that return at once, while their work goes on in an executor of the application.
 */
final class AsyncMethods {

    private static final Set<String> NOTHING = Set.of("void", "java.lang.Void", "kotlin.Unit");

    private AsyncMethods() {
    }

    /**
     * Makes sure that a task can be watched over.
     *
     * @throws InvalidBackgroundTaskException if it is asynchronous and returns nothing to wait for
     */
    static void refuse(String beanName, Class<?> type, Method method) {
        boolean async = AnnotatedElementUtils.hasAnnotation(method, Async.class)
                || AnnotatedElementUtils.hasAnnotation(type, Async.class);
        if (async && NOTHING.contains(method.getReturnType().getName())) {
            throw new InvalidBackgroundTaskException(beanName, type.getSimpleName() + "." + method.getName(),
                    "It is @Async and returns nothing: its run would be over at once, "
                            + "while the work goes on with nobody to watch over it",
                    "Remove @Async, since a background task has a thread of its own already", null);
        }
    }

}
