package dev.ariadne.background;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.AsyncAnnotationBeanPostProcessor;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReturnedWork} of beans that are wrapped by proxies.
 */
class ProxiedWorkTests {

    private final MethodTasks tasks = new MethodTasks();

    @AfterEach
    void close() {
        this.tasks.close();
    }

    /** A bean whose method is run by an executor. */
    static class AsyncBean {

        final CountDownLatch begun = new CountDownLatch(1);

        final CountDownLatch gate = new CountDownLatch(1);

        @Async
        public CompletableFuture<String> poll(BackgroundContext context) throws Exception {
            this.begun.countDown();
            this.gate.await();
            return CompletableFuture.completedFuture(context.taskName());
        }

    }

    @Test
    void whenMethodIsAsyncThenTheRunLastsAsLongAsItsFuture() throws Exception {
        AsyncBean bean = new AsyncBean();
        try (SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("async-")) {
            AsyncAnnotationBeanPostProcessor processor = new AsyncAnnotationBeanPostProcessor();
            processor.setExecutor(executor);
            processor.setProxyTargetClass(true);
            Object proxy = processor.postProcessAfterInitialization(bean, "bean");
            BackgroundTaskHandle handle = this.tasks.launch(bean, proxy, "poll");
            bean.begun.await();
            assertThat(handle.state()).isEqualTo(BackgroundTaskState.RUNNING);
            bean.gate.countDown();
            this.tasks.awaitCompleted();
        }
    }

    /** A bean around whose methods there is advice. */
    static class ReactiveBean {

        Mono<Void> poll() {
            return Mono.error(() -> new IllegalStateException("broken"));
        }

    }

    private static Object advised(@Nullable Object returned) {
        assertThat(returned).isInstanceOf(Mono.class);
        return ((Mono<?>) Objects.requireNonNull(returned))
            .onErrorMap((failure) -> new IllegalStateException("advised", failure));
    }

    @Test
    void whenAdviceSurroundsTheMethodThenTheWorkItReturnsIsWaitedFor() {
        ReactiveBean bean = new ReactiveBean();
        ProxyFactory factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) (invocation) -> advised(invocation.proceed()));
        this.tasks.launch(bean, factory.getProxy(), "poll");
        assertThat(this.tasks.awaitFailure()).hasMessage("advised");
    }

}
