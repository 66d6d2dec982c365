package dev.ariadne.autoconfigure.endpoint;

import java.util.function.Consumer;

import dev.ariadne.background.BackgroundTaskHandle;

/**
 * What an operator may ask of a background task.
 */
enum TaskAction {

    PAUSE(BackgroundTaskHandle::pause),

    RESUME(BackgroundTaskHandle::resume),

    RESTART(BackgroundTaskHandle::restart);

    private final Consumer<BackgroundTaskHandle> action;

    TaskAction(Consumer<BackgroundTaskHandle> action) {
        this.action = action;
    }

    void perform(BackgroundTaskHandle task) {
        this.action.accept(task);
    }

}
