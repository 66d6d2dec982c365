package dev.ariadne.event;

import dev.ariadne.Ariadne;
import dev.ariadne.CurrentAriadne;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes the events of accounts to Spring's listeners, on the calling thread, with the account bound to it for
 * {@link Ariadne#current()} and named in the logging context. Whatever a listener throws is logged and goes no further.
 *
 * @since 0.1.0
 */
public final class AriadneEventPublisher {

    /** The key of the account's name in the logging context (MDC). */
    public static final String ACCOUNT_MDC_KEY = "ariadne.account";

    private static final Logger logger = LoggerFactory.getLogger(AriadneEventPublisher.class);

    private final ApplicationEventPublisher publisher;

    /**
     * Creates a publisher that hands events to another one as they are.
     */
    public AriadneEventPublisher(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Creates a publisher to the listeners of an application. It works out the type of a received event once for all
     * events of that kind.
     */
    public AriadneEventPublisher(ApplicationContext application) {
        this.publisher = (event) -> application.publishEvent((event instanceof ReceivedEvent received)
                ? new ReceivedEventPublication<>(application, received) : event);
    }

    /**
     * Runs an action with the account bound to the calling thread, as its listeners see it. Events of this account that
     * are published within find it so, which saves time.
     */
    public static void runBound(Ariadne ariadne, Runnable action) {
        runNamed(ariadne.name(), () -> {
            try (CurrentAriadne.Scope scope = CurrentAriadne.bind(ariadne)) {
                action.run();
            }
        });
    }

    /**
     * Runs an action, such as to log something, with an account named in the logging context and not bound.
     *
     * @param account its name
     * @param action what is run
     */
    public static void runNamed(String account, Runnable action) {
        String previous = MDC.get(ACCOUNT_MDC_KEY);
        MDC.put(ACCOUNT_MDC_KEY, account);
        try {
            action.run();
        }
        finally {
            if (previous == null) {
                MDC.remove(ACCOUNT_MDC_KEY);
            }
            else {
                MDC.put(ACCOUNT_MDC_KEY, previous);
            }
        }
    }

    /**
     * Publishes a lifecycle event. Returns when its listeners have.
     */
    public void publish(AriadneLifecycleEvent event) {
        publish(event.getAriadne(), event);
    }

    /**
     * Publishes a received event. Returns when its listeners have.
     */
    public void publish(ReceivedEvent event) {
        publish(event.ariadne(), event);
    }

    private void publish(Ariadne ariadne, Object event) {
        if (ariadne.equals(CurrentAriadne.get()) && ariadne.name().equals(MDC.get(ACCOUNT_MDC_KEY))) {
            // A background task publishes about itself, or a thread of listeners one event after the other.
            publishHere(ariadne, event);
        }
        else {
            runBound(ariadne, () -> publishHere(ariadne, event));
        }
    }

    private void publishHere(Ariadne ariadne, Object event) {
        try {
            this.publisher.publishEvent(event);
        }
        catch (RuntimeException | Error ex) {
            // Reached only if the application has brought an event multicaster of its own.
            logger.error("A listener of {} failed for account '{}'", event.getClass().getSimpleName(), ariadne.name(),
                    ex);
        }
    }

}
