package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * A run of a background task begins: published for each run, before its code is called.
 *
 * @since 0.1.0
 */
public class BackgroundTaskStartedEvent extends BackgroundTaskEvent {

    public BackgroundTaskStartedEvent(Ariadne ariadne, String taskName, int run) {
        super(ariadne, taskName, run);
    }

}
