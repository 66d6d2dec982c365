package dev.ariadne.background;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import dev.ariadne.event.BackgroundTaskFailedEvent;

/**
 * Runs a method of an object as the background task "poll" of the account "alice".
 */
final class MethodTasks implements AutoCloseable {

    final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

    final TaskFixture fixture;

    MethodTasks() {
        this.fixture = new TaskFixture();
        this.fixture.listeners.add((event) -> {
            if (event instanceof BackgroundTaskFailedEvent failed) {
                this.failures.add(failed.getCause());
            }
        });
    }

    /** Returns the method of that name as the discovery would see it. */
    static BackgroundMethod method(Object bean, String name) {
        Method method = Arrays.stream(bean.getClass().getDeclaredMethods())
            .filter((candidate) -> candidate.getName().equals(name) && !candidate.isBridge())
            .findFirst()
            .orElseThrow();
        return new BackgroundMethod("bean", method);
    }

    /** Runs the method, and waits until it has been told that it runs. */
    BackgroundTaskHandle launch(Object bean, String method) {
        return launch(method(bean, method).on(bean), OnStop.CANCEL);
    }

    BackgroundTaskHandle launch(Object bean, String method, OnStop onStop) {
        return launch(method(bean, method).on(bean), onStop);
    }

    /** Runs the method of a bean through a proxy for it. */
    BackgroundTaskHandle launch(Object bean, Object proxy, String method) {
        return launch(method(bean, method).on(proxy), OnStop.CANCEL);
    }

    private BackgroundTaskHandle launch(BackgroundTask task, OnStop onStop) {
        BackgroundTaskHandle handle = this.fixture.tasks.add(BackgroundTaskDefinition.named("poll")
            .task(task)
            .onStop(onStop)
            .build());
        this.fixture.lifecycle.start();
        this.fixture.accounts.launch("alice");
        awaitEvent("Started alice/poll#1");
        return handle;
    }

    void awaitEvent(String expected) {
        String event = this.fixture.event();
        if (!event.equals(expected)) {
            throw new AssertionError("Expected " + expected + ", but got " + event);
        }
    }

    void awaitCompleted() {
        awaitEvent("Ended alice/poll#1 COMPLETED");
    }

    void awaitCancelled() {
        awaitEvent("Ended alice/poll#1 CANCELLED");
    }

    Throwable awaitFailure() {
        return TaskFixture.next(this.failures);
    }

    @Override
    public void close() {
        this.fixture.close();
    }

}
