package dev.ariadne.background;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static dev.ariadne.background.BackgroundTaskState.BACKING_OFF;
import static dev.ariadne.background.BackgroundTaskState.CANCELLED;
import static dev.ariadne.background.BackgroundTaskState.COMPLETED;
import static dev.ariadne.background.BackgroundTaskState.FAILED;
import static dev.ariadne.background.BackgroundTaskState.PARKED;
import static dev.ariadne.background.BackgroundTaskState.PAUSED;
import static dev.ariadne.background.BackgroundTaskState.RUNNING;
import static dev.ariadne.background.BackgroundTaskState.STOPPING;
import static dev.ariadne.background.BackgroundTaskState.UNSTOPPED;
import static dev.ariadne.background.BackgroundTaskState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BackgroundTaskState}.
 */
class BackgroundTaskStateTests {

    @Test
    void whenAskedForTransitionsThenExactlyTheLegalOnesAreAllowed() {
        Map<BackgroundTaskState, Set<BackgroundTaskState>> allowed = new EnumMap<>(BackgroundTaskState.class);
        for (BackgroundTaskState state : BackgroundTaskState.values()) {
            allowed.put(state, EnumSet.noneOf(BackgroundTaskState.class));
            Arrays.stream(BackgroundTaskState.values()).filter(state::canBecome).forEach(allowed.get(state)::add);
        }
        assertThat(allowed).containsOnly(Map.entry(WAITING, Set.of(RUNNING, PAUSED, CANCELLED, UNSTOPPED)),
                Map.entry(RUNNING, Set.of(WAITING, STOPPING, BACKING_OFF, COMPLETED, FAILED, PARKED)),
                Map.entry(BACKING_OFF, Set.of(WAITING, PAUSED, CANCELLED, UNSTOPPED)),
                Map.entry(PAUSED, Set.of(WAITING, CANCELLED, UNSTOPPED)),
                Map.entry(STOPPING, Set.of(WAITING, BACKING_OFF, PAUSED, FAILED, PARKED, CANCELLED, UNSTOPPED)),
                Map.entry(COMPLETED, Set.of(WAITING, CANCELLED, UNSTOPPED)),
                Map.entry(CANCELLED, Set.of(WAITING, UNSTOPPED)),
                Map.entry(FAILED, Set.of(WAITING, CANCELLED, UNSTOPPED)),
                Map.entry(PARKED, Set.of(WAITING, CANCELLED, UNSTOPPED)),
                Map.entry(UNSTOPPED, Set.of(CANCELLED)));
    }

    @Test
    void whenStatesDifferThenTheOneThatAsksForMostAttentionIsTold() {
        assertThat(Attention.most(List.of())).isEqualTo(WAITING);
        assertThat(Attention.most(List.of(COMPLETED, CANCELLED, WAITING, PAUSED, RUNNING))).isEqualTo(RUNNING);
        assertThat(Attention.most(List.of(RUNNING, STOPPING, BACKING_OFF, FAILED, PARKED))).isEqualTo(PARKED);
        assertThat(Attention.most(List.of(BackgroundTaskState.values()))).isEqualTo(UNSTOPPED);
    }

}
