package dev.ariadne.background;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Flux;

/**
 * Work that is returned as a reactive type which Spring can adapt. Not to be touched where there are no Reactive
 * Streams.
 */
final class PublishedWork {

    private static final boolean REACTOR = ClassUtils.isPresent("reactor.core.publisher.Flux",
            PublishedWork.class.getClassLoader());

    private PublishedWork() {
    }

    static @Nullable ReturnedWork ofType(Class<?> type) {
        ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type);
        if (adapter != null) {
            return (returned) -> await(adapter.toPublisher(ReturnedWork.present(returned)));
        }
        return Publisher.class.isAssignableFrom(type)
                ? (returned) -> await((Publisher<?>) ReturnedWork.present(returned)) : null;
    }

    private static void await(Publisher<?> publisher) throws Exception {
        Publisher<?> contextual = REACTOR ? InReactorContext.of(publisher) : publisher;
        IgnoredElements.await(FlowAdapters.toFlowPublisher(contextual));
    }

    /** Apart, since it needs Reactor. */
    private static final class InReactorContext {

        private InReactorContext() {
        }

        /** Lets Reactor take the account, and what else there is, from the subscribing thread to where it works. */
        static Publisher<?> of(Publisher<?> publisher) {
            return Flux.from(publisher).contextCapture();
        }

    }

}
