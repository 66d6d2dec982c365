package dev.ariadne.account;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.ariadne.event.AriadneLifecycleEvent;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Records what is published, in order, and lets a test act as a listener.
 */
final class RecordingPublisher implements ApplicationEventPublisher {

    final List<Object> events = new CopyOnWriteArrayList<>();

    private volatile Consumer<Object> listener = (event) -> {
    };

    void listen(Consumer<Object> listener) {
        this.listener = listener;
    }

    @Override
    public void publishEvent(Object event) {
        this.events.add(event);
        this.listener.accept(event);
    }

    /** Returns the lifecycle events as {@code Type:account}. */
    List<String> lifecycle() {
        return this.events.stream().filter(AriadneLifecycleEvent.class::isInstance)
            .map(AriadneLifecycleEvent.class::cast)
            .map((event) -> event.getClass().getSimpleName().replace("Event", "") + ":" + event.getAriadne().name())
            .toList();
    }

    <E> List<E> of(Class<E> type) {
        return this.events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    long count(Class<?> type) {
        return of(type).size();
    }

}
