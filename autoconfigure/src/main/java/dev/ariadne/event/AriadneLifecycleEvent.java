package dev.ariadne.event;

import dev.ariadne.Ariadne;
import org.springframework.context.ApplicationEvent;

/**
 * An event in the life of the application, of one account or of one background task.
 * <p>
 * While a listener handles it, {@link Ariadne#current()} is the account of the event. Unless an event says otherwise
 * its listeners run on a thread of the account, never on one that reads from a link; the lifecycle events of one
 * account are published one after the other, in the order in which they happened.
 *
 * @since 0.1.0
 */
public abstract class AriadneLifecycleEvent extends ApplicationEvent {

    private final transient Ariadne ariadne;

    protected AriadneLifecycleEvent(Ariadne ariadne) {
        super(ariadne);
        this.ariadne = ariadne;
    }

    /**
     * Returns the account of the event.
     */
    public Ariadne getAriadne() {
        return this.ariadne;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[account=" + this.ariadne.name() + "]";
    }

}
