package dev.ariadne.background;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Refuses background tasks in a child of the context that has the accounts: nobody would run them, since the child may
 * end long before the accounts do. A child that has tasks of its own kind, with accounts of its own, is left alone.
 *
 * @since 0.1.0
 */
public final class ChildContextTaskCheck implements ApplicationListener<ContextRefreshedEvent>, ApplicationContextAware {

    private static final Logger logger = LoggerFactory.getLogger(ChildContextTaskCheck.class);

    private @Nullable ApplicationContext own;

    @Override
    public void setApplicationContext(ApplicationContext applicationContext) {
        this.own = applicationContext;
    }

    /**
     * Looks at a child context when it has been refreshed.
     *
     * @throws InvalidBackgroundTaskException if a task is among its beans; the child's start fails by it
     */
    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        ApplicationContext context = event.getApplicationContext();
        if (!context.equals(this.own) && context instanceof ConfigurableApplicationContext child
                && child.getBeanNamesForType(BackgroundTaskRegistry.class, true, false).length == 0) {
            check(child);
        }
    }

    private static void check(ConfigurableApplicationContext child) {
        Map<Class<?>, TaskType> types = new HashMap<>();
        for (String beanName : child.getBeanNamesForType(Object.class, true, false)) {
            if (isTask(child.getBeanFactory(), beanName, types)) {
                throw new InvalidBackgroundTaskException(beanName, null,
                        "It is in the context '" + child.getId()
                                + "', a child of the one that has the accounts, where no background task is run",
                        "Declare the bean in the parent context, or add the task by BackgroundTasks, "
                                + "and remove it there when the child is closed",
                        null);
            }
        }
    }

    private static boolean isTask(ConfigurableListableBeanFactory beans, String beanName,
            Map<Class<?>, TaskType> types) {
        try {
            Class<?> type = AutoProxyUtils.determineTargetClass(beans, beanName);
            TaskType found = (type != null) ? types.computeIfAbsent(type, TaskType::of) : null;
            return found != null && (found.isTask() || !found.methods().isEmpty());
        }
        catch (Exception ex) {
            logger.debug("The type of bean '{}' is not known, it is not looked at", beanName, ex);
            return false;
        }
    }

}
