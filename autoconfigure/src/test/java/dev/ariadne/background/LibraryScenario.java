package dev.ariadne.background;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import io.reactivex.rxjava3.core.Flowable;

/**
 * What a class loader runs that lacks some libraries.
 */
final class LibraryScenario {

    private LibraryScenario() {
    }

    /** Runs the method "poll" of such a bean; returns how that ended, or why it could not begin. */
    static String run(String beanClass) throws Exception {
        Object bean = Class.forName(beanClass).getDeclaredConstructor().newInstance();
        try (MethodTasks tasks = new MethodTasks()) {
            tasks.launch(bean, "poll");
            return tasks.fixture.event();
        }
        catch (InvalidBackgroundTaskException ex) {
            return ex.getProblem() + ". " + ex.getMend();
        }
    }

    /** A task of the JDK alone. */
    static final class StageBean {

        CompletionStage<String> poll() {
            return CompletableFuture.completedStage("done");
        }

    }

    /** Another one. */
    static final class FlowPublisherBean {

        Flow.Publisher<String> poll() {
            return (subscriber) -> {
                subscriber.onSubscribe(new NoSubscription());
                subscriber.onComplete();
            };
        }

    }

    /** A task that needs RxJava. */
    static final class FlowableBean {

        Flowable<Integer> poll() {
            return Flowable.range(0, 1000);
        }

    }

    private static final class NoSubscription implements Flow.Subscription {

        @Override
        public void request(long number) {
        }

        @Override
        public void cancel() {
        }

    }

}
