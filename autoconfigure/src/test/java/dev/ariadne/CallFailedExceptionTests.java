package dev.ariadne;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallFailedExceptionTests {

    @Test
    void whenAServerSaysAnythingThenTheMessageIsOneLineAndTheReasonIsAsItCame() {
        String reason = "no\r\n\u0000\u2029such thing" + "x".repeat(5000);
        CallRejectedException failure = new CallRejectedException("alice", "about", 7, reason);
        assertThat(failure.getMessage()).startsWith("Call about of account 'alice' failed: code 7, no such thing")
            .endsWith("x...").hasSize(2000);
        assertThat(failure.getReason()).isEqualTo(reason);
    }

}
