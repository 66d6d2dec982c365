package dev.ariadne.background;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * What the type of a bean says about background tasks.
 *
 * @param isTask whether beans of the type are tasks themselves
 * @param annotation the annotation of the type, null if there is none
 * @param methods its methods that are tasks
 */
record TaskType(boolean isTask, @Nullable AriadneBackground annotation, Map<Method, AriadneBackground> methods) {

    /** Looks at a type. It is as well to do so once only: that takes much longer than all else about a bean. */
    static TaskType of(Class<?> type) {
        boolean isTask = BackgroundTask.class.isAssignableFrom(type);
        return mayHaveAnnotations(type)
                ? new TaskType(isTask, AnnotatedElementUtils.findMergedAnnotation(type, AriadneBackground.class),
                        methodsOf(type, isTask))
                : new TaskType(isTask, null, Map.of());
    }

    /** Tells whether a type or its members may have the annotation: Java's and Spring's own do not. */
    static boolean mayHaveAnnotations(Class<?> type) {
        return AnnotationUtils.isCandidateClass(type, AriadneBackground.class)
                && !type.getName().startsWith("org.springframework.");
    }

    static boolean isRun(Method method) {
        return method.getName().equals("run") && method.getParameterCount() == 1
                && method.getParameterTypes()[0] == BackgroundContext.class;
    }

    private static Map<Method, AriadneBackground> methodsOf(Class<?> type, boolean isTask) {
        return MethodIntrospector.selectMethods(type,
                (MethodIntrospector.MetadataLookup<AriadneBackground>) (method) -> {
                    // On a method that declares a bean the annotation is that bean's, on run(…) it is the task's own.
                    boolean another = isAnnotated(method, Bean.class) || (isTask && isRun(method));
                    return another ? null : AnnotatedElementUtils.findMergedAnnotation(method, AriadneBackground.class);
                });
    }

    private static boolean isAnnotated(Method method, Class<? extends Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(method, annotation);
    }

}
