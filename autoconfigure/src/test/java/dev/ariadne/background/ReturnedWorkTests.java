package dev.ariadne.background;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;

import dev.ariadne.Ariadne;
import dev.ariadne.CurrentAriadne;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ReturnedWork}: a run lasts as long as what its method returned.
 */
class ReturnedWorkTests {

    private final MethodTasks tasks = new MethodTasks();

    @AfterEach
    void close() {
        this.tasks.close();
    }

    /** Methods that return one and the same work in many forms. */
    static class Stages {

        final CompletableFuture<String> future = new CompletableFuture<>();

        final CountDownLatch called = new CountDownLatch(1);

        CompletionStage<String> stage() {
            this.called.countDown();
            return this.future;
        }

        CompletionStage<String> uncancellable() {
            this.called.countDown();
            return this.future.minimalCompletionStage();
        }

        /** A future that is not the JDK's, and gives others a copy of itself. */
        CompletionStage<?> foreign() {
            this.called.countDown();
            return (CompletionStage<?>) Proxy.newProxyInstance(getClass().getClassLoader(),
                    new Class<?>[] { CompletionStage.class, Future.class },
                    (proxy, method, arguments) -> method.getName().equals("toCompletableFuture") ? this.future.copy()
                            : method.invoke(this.future, arguments));
        }

        CompletionStage<Integer> dependent() {
            this.called.countDown();
            return this.future.thenApply(String::length);
        }

        Mono<String> mono() {
            return Mono.fromFuture(this.future);
        }

        Flux<String> flux() {
            return mono().flux();
        }

        Publisher<String> publisher() {
            return mono();
        }

        Flowable<String> flowable() {
            return Flowable.fromCompletionStage(this.future);
        }

        Observable<String> observable() {
            return Observable.fromCompletionStage(this.future);
        }

        Single<String> single() {
            return Single.fromCompletionStage(this.future);
        }

        Maybe<String> maybe() {
            return Maybe.fromCompletionStage(this.future);
        }

        Completable completable() {
            return Completable.fromCompletionStage(this.future);
        }

        Flow.Publisher<String> flowPublisher() {
            return JdkFlowAdapter.publisherToFlowPublisher(mono());
        }

        @Nullable CompletionStage<String> nothing() {
            return null;
        }

    }

    @ParameterizedTest
    @ValueSource(strings = { "stage", "uncancellable", "dependent", "mono", "flux", "publisher", "flowable",
            "observable", "single", "maybe", "completable", "flowPublisher" })
    void whenWorkIsReturnedThenTheRunLastsAsLongAsTheWork(String method) {
        Stages stages = new Stages();
        BackgroundTaskHandle handle = this.tasks.launch(stages, method);
        Awaitility.await().until(() -> stages.future.getNumberOfDependents() > 0);
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.RUNNING);
        stages.future.complete("done");
        this.tasks.awaitCompleted();
    }

    @ParameterizedTest
    @ValueSource(strings = { "stage", "uncancellable", "dependent", "mono", "flux", "publisher", "flowable",
            "observable", "single", "maybe", "completable", "flowPublisher" })
    void whenReturnedWorkFailsThenTheRunFailsWithTheSameException(String method) {
        Stages stages = new Stages();
        this.tasks.launch(stages, method);
        IOException broken = new IOException("broken");
        stages.future.completeExceptionally(broken);
        assertThat(this.tasks.awaitFailure()).isSameAs(broken);
    }

    @Test
    void whenNullIsReturnedThenTheRunFails() {
        this.tasks.launch(new Stages(), "nothing");
        assertThat(this.tasks.awaitFailure()).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("returned null");
    }

    @ParameterizedTest
    @ValueSource(strings = { "stage", "foreign" })
    void whenTaskIsCancelledThenTheFutureIsCancelled(String method) throws Exception {
        Stages stages = new Stages();
        BackgroundTaskHandle handle = this.tasks.launch(stages, method);
        stages.called.await();
        handle.cancel();
        this.tasks.awaitCancelled();
        assertThat(stages.future).isCancelled();
    }

    @Test
    void whenStageCannotBeCancelledThenTheRunLastsUntilItHasEnded() throws Exception {
        Stages stages = new Stages();
        BackgroundTaskHandle handle = this.tasks.launch(stages, "uncancellable");
        stages.called.await();
        handle.cancel();
        assertThat(handle.await(Duration.ofMillis(50))).isFalse();
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.STOPPING);
        stages.future.complete("late");
        this.tasks.awaitCancelled();
    }

    @Test
    void whenNobodyAskedForTheCancellationThenTheRunFails() {
        Stages stages = new Stages();
        this.tasks.launch(stages, "stage");
        stages.future.cancel(true);
        assertThat(this.tasks.awaitFailure()).isInstanceOf(CancellationException.class);
    }

    @Test
    void whenTaskMayFinishThenTheFutureIsCancelledOnlyAfterTheAwaitTimeout() throws Exception {
        Stages stages = new Stages();
        BackgroundTaskHandle handle = this.tasks.launch(stages, "stage", OnStop.AWAIT);
        stages.called.await();
        handle.cancel();
        assertThat(stages.future).isNotDone();
        this.tasks.fixture.scheduler.advance(TaskFixture.SETTINGS.awaitTimeout());
        this.tasks.awaitCancelled();
        assertThat(stages.future).isCancelled();
    }

    /** Methods that return publishers which never end, and tell what becomes of them. */
    static class Endless {

        final BlockingQueue<String> signals = new LinkedBlockingQueue<>();

        final AtomicInteger elements = new AtomicInteger();

        Mono<String> mono() {
            return Mono.<String>never()
                .doOnSubscribe((subscription) -> this.signals.add("subscribed"))
                .doOnCancel(() -> this.signals.add("cancelled"));
        }

        Mono<String> interrupted() {
            return mono().doOnSubscribe((subscription) -> Thread.currentThread().interrupt());
        }

        Flux<Integer> synchronous() {
            return Flux.<Integer>generate((sink) -> sink.next(this.elements.incrementAndGet()))
                .doOnSubscribe((subscription) -> this.signals.add("subscribed"))
                .doOnCancel(() -> this.signals.add("cancelled"));
        }

        Flowable<String> flowable() {
            return Flowable.<String>never()
                .doOnSubscribe((subscription) -> this.signals.add("subscribed"))
                .doOnCancel(() -> this.signals.add("cancelled"));
        }

        Completable completable() {
            return Completable.never()
                .doOnSubscribe((subscription) -> this.signals.add("subscribed"))
                .doOnDispose(() -> this.signals.add("cancelled"));
        }

        Flow.Publisher<String> flowPublisher() {
            return JdkFlowAdapter.publisherToFlowPublisher(mono());
        }

        Flux<String> failingWhenCancelled() {
            return mono().flux().doOnCancel(() -> {
                throw new IllegalStateException("does not want to");
            });
        }

    }

    @ParameterizedTest
    @ValueSource(strings = { "mono", "synchronous", "flowable", "completable", "flowPublisher",
            "failingWhenCancelled" })
    void whenTaskIsCancelledThenTheSubscriptionIsCancelled(String method) {
        Endless endless = new Endless();
        BackgroundTaskHandle handle = this.tasks.launch(endless, method);
        assertThat(TaskFixture.next(endless.signals)).isEqualTo("subscribed");
        handle.cancel();
        this.tasks.awaitCancelled();
        assertThat(TaskFixture.next(endless.signals)).isEqualTo("cancelled");
        assertThat(endless.signals).isEmpty();
    }

    @Test
    void whenAnotherInterruptsTheRunThenTheSubscriptionIsCancelledAndTheRunFails() {
        Endless endless = new Endless();
        this.tasks.launch(endless, "interrupted");
        assertThat(this.tasks.awaitFailure()).isInstanceOf(InterruptedException.class);
        assertThat(endless.signals).containsExactly("subscribed", "cancelled");
    }

    @Test
    void whenTaskMayFinishThenTheSubscriptionIsCancelledOnlyAfterTheAwaitTimeout() {
        Endless endless = new Endless();
        BackgroundTaskHandle handle = this.tasks.launch(endless, "mono", OnStop.AWAIT);
        assertThat(TaskFixture.next(endless.signals)).isEqualTo("subscribed");
        handle.cancel();
        assertThat(endless.signals).isEmpty();
        this.tasks.fixture.scheduler.advance(TaskFixture.SETTINGS.awaitTimeout());
        this.tasks.awaitCancelled();
        assertThat(endless.signals).containsExactly("cancelled");
    }

    /** Elements, and what was asked for. */
    static class Elements {

        final SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();

        final List<Long> demand = new ArrayList<>();

        final IOException broken = new IOException("broken");

        Flow.Publisher<Integer> submitted() {
            return this.publisher;
        }

        Flux<Integer> thousand() {
            return Flux.range(0, 1000).doOnRequest(this.demand::add);
        }

        Flux<Integer> failing() {
            return Flux.range(0, 1000).concatWith(Mono.error(this.broken));
        }

    }

    @Test
    void whenElementsAreManyThenTheyAreAskedForInBatches() {
        Elements elements = new Elements();
        this.tasks.launch(elements, "thousand");
        this.tasks.awaitCompleted();
        assertThat(elements.demand).containsExactly(256L, 256L, 256L, 256L);
    }

    @Test
    void whenElementsAreFollowedByAFailureThenTheRunFails() {
        Elements elements = new Elements();
        this.tasks.launch(elements, "failing");
        assertThat(this.tasks.awaitFailure()).isSameAs(elements.broken);
    }

    @Test
    void whenPublisherIsOfTheJdkThenAllItsElementsAreTaken() {
        Elements elements = new Elements();
        BackgroundTaskHandle handle = this.tasks.launch(elements, "submitted");
        Awaitility.await().until(elements.publisher::hasSubscribers);
        for (int i = 0; i < 2000; i++) {
            elements.publisher.submit(i);
        }
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.RUNNING);
        elements.publisher.close();
        this.tasks.awaitCompleted();
    }

    /** Tells which account the operators see. */
    static class Observing {

        final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        Mono<String> deferred() {
            return Mono.fromRunnable(() -> this.seen.add(Ariadne.current().name()));
        }

        Mono<String> elsewhere() {
            return Mono.<String>create((sink) -> new Thread(() -> sink.success("element")).start())
                .doOnNext((element) -> {
                    Ariadne current = CurrentAriadne.get();
                    this.seen.add((current != null) ? current.name() : "nobody");
                });
        }

    }

    @Test
    void whenSubscribingThenTheAccountIsKnown() {
        Observing observing = new Observing();
        this.tasks.launch(observing, "deferred");
        this.tasks.awaitCompleted();
        assertThat(observing.seen).containsExactly("alice");
    }

    @Test
    void whenContextIsPropagatedThenOperatorsOnOtherThreadsKnowTheAccount() {
        Observing observing = new Observing();
        Hooks.enableAutomaticContextPropagation();
        try {
            this.tasks.launch(observing, "elsewhere");
            this.tasks.awaitCompleted();
        }
        finally {
            Hooks.disableAutomaticContextPropagation();
        }
        assertThat(observing.seen).containsExactly("alice");
    }

    /** Methods that cannot be tasks. */
    static class Unsupported {

        int number() {
            return 1;
        }

        String text() {
            return "text";
        }

        Object anything() {
            return "anything";
        }

        Future<String> future() {
            return new CompletableFuture<>();
        }

    }

    @ParameterizedTest
    @ValueSource(strings = { "number", "text", "anything", "future" })
    void whenReturnTypeIsAnotherThenTheMendListsWhatIsPossible(String method) {
        InvalidBackgroundTaskException failure = catchThrowableOfType(InvalidBackgroundTaskException.class,
                () -> MethodTasks.method(new Unsupported(), method));
        assertThat(failure.getProblem()).contains("return type").contains("is not supported");
        assertThat(failure.getMend()).contains("CompletionStage", "Mono", "Flow");
    }

}
