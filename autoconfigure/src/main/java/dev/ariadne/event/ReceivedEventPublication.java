package dev.ariadne.event;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.ResolvableType;

/**
 * A received event as Spring publishes what is no {@code ApplicationEvent}, but for one thing: its type is worked out
 * once for all events of a kind. Spring does so for each event, and again for each listener.
 *
 * @param <E> the kind of event
 */
final class ReceivedEventPublication<E extends ReceivedEvent> extends PayloadApplicationEvent<E> {

    private static final long serialVersionUID = 1L;

    private static final ClassValue<ResolvableType> TYPES = new ClassValue<>() {

        @Override
        protected ResolvableType computeValue(Class<?> kind) {
            return ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, kind);
        }

    };

    ReceivedEventPublication(Object source, E event) {
        super(source, event, TYPES.get(event.getClass()).getGeneric());
    }

    @Override
    public ResolvableType getResolvableType() {
        return TYPES.get(getPayload().getClass());
    }

}
