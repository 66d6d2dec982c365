package dev.ariadne.connector.mirai;

import java.io.IOException;

import dev.ariadne.CallEffect;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.call.Done;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known about the effect of a call whose link is lost.
 */
class PendingCallTests {

    private final PendingCall<Done> call = new PendingCall<>("alice", 1, Command.heartbeat());

    private ConnectionLostException lost() {
        this.call.lost(new IOException("gone"));
        return (ConnectionLostException) this.call.future().handle((done, failure) -> failure).join();
    }

    @Test
    void whenItWasNotHandedToTheSocketThenItHadNoEffectAndIsNeverSent() {
        ConnectionLostException failure = lost();
        assertThat(failure.getEffect()).isEqualTo(CallEffect.NONE);
        assertThat(failure).hasMessageContaining("before the call was sent").hasMessageContaining("gone");
        assertThat(this.call.begin()).isFalse();
    }

    @Test
    void whenItWasHandedToTheSocketThenItsEffectIsUnknown() {
        assertThat(this.call.begin()).isTrue();
        ConnectionLostException failure = lost();
        assertThat(failure.getEffect()).isEqualTo(CallEffect.UNKNOWN);
        assertThat(failure).hasMessageContaining("before the answer came").hasMessageContaining("not known");
    }

    @Test
    void whenItWasCancelledThenItIsNotSent() {
        this.call.future().cancel(true);
        assertThat(this.call.begin()).isFalse();
    }

    @Test
    void whenNobodyWaitsForItAnyMoreThenItLetsGoOfItsContent() {
        assertThat(this.call.command()).isNotNull();
        this.call.future().cancel(true);
        assertThat(this.call.command()).isNull();
        this.call.answer(new JsonFields(Json.object().put("code", 0), "answer"));
        this.call.lost(new IOException("gone"));
        assertThat(this.call.future()).isCancelled();
    }

}
