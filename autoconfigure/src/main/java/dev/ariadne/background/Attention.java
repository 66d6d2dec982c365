package dev.ariadne.background;

import java.util.Collection;
import java.util.List;

/**
 * Which of several states asks for most attention.
 */
final class Attention {

    private static final List<BackgroundTaskState> MOST_FIRST = List.of(BackgroundTaskState.UNSTOPPED,
            BackgroundTaskState.PARKED, BackgroundTaskState.FAILED, BackgroundTaskState.BACKING_OFF,
            BackgroundTaskState.STOPPING, BackgroundTaskState.RUNNING, BackgroundTaskState.PAUSED,
            BackgroundTaskState.WAITING, BackgroundTaskState.CANCELLED, BackgroundTaskState.COMPLETED);

    private Attention() {
    }

    static BackgroundTaskState most(Collection<BackgroundTaskState> states) {
        return MOST_FIRST.stream().filter(states::contains).findFirst().orElse(BackgroundTaskState.WAITING);
    }

}
