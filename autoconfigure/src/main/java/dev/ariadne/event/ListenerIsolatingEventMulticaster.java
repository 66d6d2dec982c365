package dev.ariadne.event;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.SimpleApplicationEventMulticaster;

/**
 * Spring's default event multicaster, except that a listener of an account's event that throws is logged and does not
 * keep the event from the other listeners. All other events are treated as Spring treats them.
 *
 * @since 0.1.0
 */
public final class ListenerIsolatingEventMulticaster extends SimpleApplicationEventMulticaster {

    private static final Logger logger = LoggerFactory.getLogger(ListenerIsolatingEventMulticaster.class);

    /** Creates a multicaster that is told its bean factory by Spring. */
    public ListenerIsolatingEventMulticaster() {
    }

    public ListenerIsolatingEventMulticaster(BeanFactory beanFactory) {
        super(beanFactory);
    }

    @Override
    protected void invokeListener(ApplicationListener<?> listener, ApplicationEvent event) {
        if (!isOfAccount(event)) {
            super.invokeListener(listener, event);
            return;
        }
        try {
            super.invokeListener(listener, event);
        }
        catch (RuntimeException | Error ex) {
            logger.error("Listener {} failed on {}", listener, nameOf(event), ex);
        }
    }

    private static boolean isOfAccount(ApplicationEvent event) {
        return event instanceof AriadneLifecycleEvent
                || (event instanceof PayloadApplicationEvent<?> payloadEvent
                        && payloadEvent.getPayload() instanceof ReceivedEvent);
    }

    private static String nameOf(ApplicationEvent event) {
        return (event instanceof PayloadApplicationEvent<?> payloadEvent
                && payloadEvent.getPayload() instanceof ReceivedEvent received)
                        ? received.getClass().getSimpleName() + "[account=" + received.ariadne().name() + "]"
                        : event.toString();
    }

}
