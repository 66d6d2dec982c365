package dev.ariadne.background;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Finds the background tasks among the beans, when all singletons have been made, so that a wrong one stops the start.
 * No bean is made only to be looked at; one that does not exist yet is made when its task begins.
 *
 * @since 0.1.0
 */
public final class BackgroundTaskDiscovery implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(BackgroundTaskDiscovery.class);

    private static final String NULL_BEAN = BeanFactory.class.getPackageName() + ".support.NullBean";

    private static final BackgroundTask NOTHING_TO_DO = (context) -> {
    };

    private final ConfigurableListableBeanFactory beanFactory;

    private final BackgroundTaskRegistry registry;

    /** The types that were looked at: many beans may be of one. Only while tasks are discovered. */
    private final Map<Class<?>, TaskType> types = new HashMap<>();

    public BackgroundTaskDiscovery(ConfigurableListableBeanFactory beanFactory, BackgroundTaskRegistry registry) {
        this.beanFactory = beanFactory;
        this.registry = registry;
    }

    /**
     * Adds all tasks to the registry.
     *
     * @throws InvalidBackgroundTaskException if one cannot be run
     * @throws InvalidTaskSettingException if one could be, but for what the configuration says
     */
    @Override
    public void afterSingletonsInstantiated() {
        for (String beanName : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
            boolean passedOver = ScopedProxyUtils.isScopedTarget(beanName) || isNullAlready(beanName);
            Class<?> type = passedOver ? null : typeOf(beanName);
            if (type != null) {
                discover(beanName, type);
            }
        }
        this.types.clear();
    }

    private boolean isNullAlready(String beanName) {
        return this.beanFactory.containsSingleton(beanName) && isNull(this.beanFactory.getSingleton(beanName));
    }

    /** Tells whether a bean is what Spring has instead of one that is null. */
    private static boolean isNull(@Nullable Object bean) {
        // It equals null; but to ask that of any bean is to call code that may not expect the question.
        return bean == null || bean.getClass().getName().equals(NULL_BEAN);
    }

    private @Nullable Class<?> typeOf(String beanName) {
        try {
            Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, beanName);
            return (type != null && ScopedObject.class.isAssignableFrom(type)) ? AutoProxyUtils
                .determineTargetClass(this.beanFactory, ScopedProxyUtils.getTargetBeanName(beanName)) : type;
        }
        catch (Exception ex) {
            logger.debug("The type of bean '{}' is not known, it is not looked at", beanName, ex);
            return null;
        }
    }

    private void discover(String beanName, Class<?> type) {
        TaskType found = lookInto(beanName, type);
        if (found == null) {
            return;
        }
        AriadneBackground ofFactoryMethod = annotationOfFactoryMethod(beanName);
        AriadneBackground ofBean = (ofFactoryMethod != null) ? ofFactoryMethod : found.annotation();
        if (found.isTask()) {
            discoverTask(beanName, type, ofBean);
        }
        else if (ofBean != null) {
            throw new InvalidBackgroundTaskException(beanName, null,
                    "It has the annotation @AriadneBackground, but its type " + type.getName()
                            + " does not implement BackgroundTask",
                    "Implement BackgroundTask, or put the annotation on the method that does the work", null);
        }
        found.methods().forEach((method, annotation) -> {
            AsyncMethods.refuse(beanName, type, method);
            discoverMethod(beanName, method, annotation);
        });
    }

    private @Nullable TaskType lookInto(String beanName, Class<?> type) {
        try {
            return this.types.computeIfAbsent(type, TaskType::of);
        }
        catch (IllegalStateException | TypeNotPresentException | LinkageError ex) {
            if (BackgroundTask.class.isAssignableFrom(type)) {
                throw ex;
            }
            // Maybe of a library that has optional parts, of which one is missing.
            logger.warn("The methods of bean '{}' cannot be read; if one has @AriadneBackground, it is not run", beanName,
                    ex);
            return null;
        }
    }

    private @Nullable AriadneBackground annotationOfFactoryMethod(String beanName) {
        String target = ScopedProxyUtils.getTargetBeanName(beanName);
        String declared = this.beanFactory.containsBeanDefinition(target) ? target : beanName;
        if (!this.beanFactory.containsBeanDefinition(declared)) {
            return null;
        }
        BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(declared);
        Method method = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
        return (method != null && TaskType.mayHaveAnnotations(method.getDeclaringClass()))
                ? AnnotatedElementUtils.findMergedAnnotation(method, AriadneBackground.class) : null;
    }

    private void discoverTask(String beanName, Class<?> type, @Nullable AriadneBackground ofBean) {
        Method run = runOf(type);
        if (run != null) {
            AsyncMethods.refuse(beanName, type, run);
        }
        AriadneBackground annotation = (ofBean != null) ? ofBean : annotationOf(run);
        register(beanName, null, annotation, (launch) -> taskOf(beanName, BackgroundTask.class::cast));
    }

    private static @Nullable Method runOf(Class<?> type) {
        return Arrays.stream(type.getMethods())
            .filter((method) -> TaskType.isRun(method) && !method.isBridge())
            .findFirst()
            .orElse(null);
    }

    private static @Nullable AriadneBackground annotationOf(@Nullable Method run) {
        return (run != null) ? AnnotatedElementUtils.findMergedAnnotation(run, AriadneBackground.class) : null;
    }

    private void discoverMethod(String beanName, Method method, AriadneBackground annotation) {
        BackgroundMethod backgroundMethod = new BackgroundMethod(beanName, method);
        Object singleton = this.beanFactory.containsSingleton(beanName) ? this.beanFactory.getSingleton(beanName) : null;
        if (singleton != null) {
            taskOn(this.beanFactory.getBean(beanName), backgroundMethod::on);
        }
        register(beanName, backgroundMethod, annotation, isPrototype(beanName)
                ? (launch) -> taskOn(launch.prototypes().take(beanName, () -> this.beanFactory.getBean(beanName)),
                        backgroundMethod::on)
                : (launch) -> taskOf(beanName, backgroundMethod::on));
    }

    private boolean isPrototype(String beanName) {
        return this.beanFactory.containsBean(beanName) && this.beanFactory.isPrototype(beanName);
    }

    private BackgroundTask taskOf(String beanName, Function<Object, BackgroundTask> taskOn) {
        Object bean = this.beanFactory.getBean(beanName);
        // Each run takes the bean that is in the scope by then, and not its proxy: that of a refreshable scope would
        // keep the scope from being refreshed as long as the run lasts.
        return (bean instanceof ScopedObject scoped)
                ? (context) -> taskOn(scoped.getTargetObject(), taskOn).run(context) : taskOn(bean, taskOn);
    }

    private static BackgroundTask taskOn(Object bean, Function<Object, BackgroundTask> taskOn) {
        return isNull(bean) ? NOTHING_TO_DO : taskOn.apply(bean);
    }

    private void register(String beanName, @Nullable BackgroundMethod method, @Nullable AriadneBackground annotation,
            Function<TaskGroup, BackgroundTask> work) {
        String methodName = (method != null) ? method.describe() : null;
        try {
            BackgroundTaskDefinition definition = define(defaultName(beanName, method), annotation, work);
            this.registry.add(definition, (methodName != null) ? "method " + methodName + " of bean '" + beanName + "'"
                    : "bean '" + beanName + "'");
        }
        catch (InvalidDefinitionException ex) {
            throw new InvalidBackgroundTaskException(beanName, methodName, ex.problem(), ex.mend(), ex);
        }
    }

    private static String defaultName(String beanName, @Nullable BackgroundMethod method) {
        return (method != null) ? beanName + "." + method.name() : beanName;
    }

    private BackgroundTaskDefinition define(String defaultName, @Nullable AriadneBackground annotation,
            Function<TaskGroup, BackgroundTask> work) {
        return (annotation != null) ? new AnnotatedDefinition(this.beanFactory, annotation).read(defaultName, work)
                : BackgroundTaskDefinition.named(defaultName).taskPerLaunch(work).build();
    }

}
