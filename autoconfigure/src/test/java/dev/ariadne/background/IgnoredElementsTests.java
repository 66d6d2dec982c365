package dev.ariadne.background;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link IgnoredElements}: publishers that a run waits for, and odd ones among them.
 */
class IgnoredElementsTests {

    private final Subscription first = new Subscription();

    private final Subscription second = new Subscription();

    @Test
    void whenElementsComeThenMoreAreAskedForInBatchesUntilTheLastOne() throws Exception {
        IgnoredElements.await((subscriber) -> {
            subscriber.onSubscribe(this.first);
            for (int i = 0; i < 2 * IgnoredElements.BATCH; i++) {
                subscriber.onNext(i);
            }
            subscriber.onComplete();
        });
        assertThat(this.first.requested).containsExactly((long) IgnoredElements.BATCH, (long) IgnoredElements.BATCH,
                (long) IgnoredElements.BATCH);
        assertThat(this.first.cancelled.getCount()).isOne();
    }

    @Test
    void whenAPublisherSubscribesTwiceThenTheSecondSubscriptionIsCancelled() throws Exception {
        IgnoredElements.await((subscriber) -> {
            subscriber.onSubscribe(this.first);
            subscriber.onSubscribe(this.second);
            subscriber.onComplete();
        });
        assertThat(this.first.cancelled.getCount()).isOne();
        assertThat(this.second.cancelled.getCount()).isZero();
        assertThat(this.second.requested).isEmpty();
    }

    @Test
    void whenItIsCancelledBeforeTheSubscriptionComesThenThatIsCancelledToo() throws Exception {
        CompletableFuture<Flow.Subscriber<? super Object>> subscribed = new CompletableFuture<>();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                IgnoredElements.await((Flow.Publisher<Object>) subscribed::complete);
            }
            catch (Exception ex) {
                failure.complete(ex);
            }
        });
        thread.start();
        Flow.Subscriber<? super Object> subscriber = subscribed.get(10, TimeUnit.SECONDS);
        thread.interrupt();
        assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        subscriber.onSubscribe(this.first);
        assertThat(this.first.cancelled.getCount()).isZero();
        assertThat(this.first.requested).isEmpty();
    }

    @Test
    void whenAPublisherThatNeverLetsGoOfTheThreadIsInterruptedThenItIsCancelled() {
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> IgnoredElements.await((subscriber) -> {
            subscriber.onSubscribe(this.first);
            Thread.currentThread().interrupt();
            while (this.first.cancelled.getCount() > 0) {
                subscriber.onNext("more");
            }
        }));
    }

    private static final class Subscription implements Flow.Subscription {

        final List<Long> requested = new ArrayList<>();

        final CountDownLatch cancelled = new CountDownLatch(1);

        @Override
        public void request(long count) {
            this.requested.add(count);
        }

        @Override
        public void cancel() {
            this.cancelled.countDown();
        }

    }

}
