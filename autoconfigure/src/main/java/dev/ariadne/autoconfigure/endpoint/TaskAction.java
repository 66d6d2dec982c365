package dev.ariadne.autoconfigure.endpoint;

import dev.ariadne.background.BackgroundTaskHandle;

/**
 * What an operator may ask of a background task.
 */
enum TaskAction {

    PAUSE,

    RESUME,

    RESTART;

    void perform(BackgroundTaskHandle task) {
        switch (this) {
            case PAUSE -> task.pause();
            case RESUME -> task.resume();
            case RESTART -> task.restart();
        }
    }

}
