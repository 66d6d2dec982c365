package dev.ariadne.connector.mirai;

import java.io.IOException;

import dev.ariadne.call.Done;
import dev.ariadne.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which commands are remembered.
 */
class PendingCallsTests {

    private final PendingCalls calls = new PendingCalls("alice");

    private PendingCall<Done> sent() {
        PendingCall<Done> call = this.calls.add(Command.post("recall", Json.object(), (answer) -> Done.DONE));
        assertThat(call.begin()).isTrue();
        return call;
    }

    private void cancelled(int count) {
        for (int i = 0; i < count; i++) {
            sent().future().cancel(true);
        }
    }

    @Test
    void whenTheOldestIsWaitedForThenTheOldestOfTooManyCancelledOnesAreForgottenAllTheSame() {
        PendingCall<Done> oldest = sent();
        cancelled(PendingCalls.MAX_CANCELLED + 100);
        assertThat(this.calls.take("1")).isSameAs(oldest);
        assertThat(this.calls.take("101")).isNull();
        assertThat(this.calls.take("102")).isNotNull();
    }

    @Test
    void whenTooManyAreCancelledThenThoseThatAreWaitedForStay() {
        PendingCall<Done> oldest = sent();
        cancelled(PendingCalls.MAX_CANCELLED + 100);
        PendingCall<Done> latest = sent();
        assertThat(this.calls.end(new IOException("gone"))).isEqualTo(PendingCalls.MAX_CANCELLED + 2);
        assertThat(oldest.future()).isCompletedExceptionally();
        assertThat(latest.future()).isCompletedExceptionally();
        assertThat(this.calls.isAwaited()).isFalse();
    }

    @Test
    void whenCancelledOnesAreAnsweredThenTheyLeaveRoomForOthers() {
        cancelled(PendingCalls.MAX_CANCELLED);
        assertThat(this.calls.take(Integer.toString(PendingCalls.MAX_CANCELLED))).isNotNull();
        cancelled(PendingCalls.MAX_CANCELLED);
        assertThat(this.calls.end(new IOException("gone"))).isEqualTo(PendingCalls.MAX_CANCELLED);
    }

}
