package dev.ariadne.background;

import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/**
 * Takes the elements of a publisher only to learn when they end. Asks for a bounded number of them at a time, and
 * cancels when the thread that subscribed is interrupted, even if that is the one that publishes.
 */
final class IgnoredElements implements Flow.Subscriber<Object> {

    static final int BATCH = 256;

    private final Thread subscribingThread = Thread.currentThread();

    private final Completion completion = new Completion();

    private volatile Flow.@Nullable Subscription subscription;

    private volatile boolean cancelled;

    // Of one batch; signals come one after the other.
    private int received;

    private IgnoredElements() {
    }

    /** Subscribes, and waits for the last element. After a cancellation nothing more is heard of a publisher. */
    static void await(Flow.Publisher<?> publisher) throws Exception {
        if (Thread.interrupted()) {
            throw new InterruptedException("Interrupted before the subscription");
        }
        IgnoredElements elements = new IgnoredElements();
        publisher.subscribe(elements);
        elements.completion.await(() -> {
            elements.cancel();
            elements.completion.end(null);
        });
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        if (this.subscription != null) {
            subscription.cancel();
            return;
        }
        this.subscription = subscription;
        if (this.cancelled) {
            subscription.cancel();
        }
        else {
            subscription.request(BATCH);
        }
    }

    @Override
    public void onNext(Object element) {
        if (Thread.currentThread() == this.subscribingThread && this.subscribingThread.isInterrupted()) {
            cancel();
        }
        else if (++this.received == BATCH) {
            this.received = 0;
            request();
        }
    }

    private void request() {
        Flow.Subscription subscription = this.subscription;
        if (subscription != null) {
            subscription.request(BATCH);
        }
    }

    private void cancel() {
        this.cancelled = true;
        Flow.Subscription subscription = this.subscription;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        this.completion.end(failure);
    }

    @Override
    public void onComplete() {
        this.completion.end(null);
    }

}
