package dev.ariadne.account;

import java.io.IOException;

import dev.ariadne.TestAriadne;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class AccountLogTests {

    private static final String FORGED = "gone\r\n2026-01-01 ERROR forged\u0085\u001b[31m\u2028" + "x".repeat(5000);

    @Test
    void whenAServerSaysAnythingThenItIsOneLineOfALimitedLength(CapturedOutput output) {
        AccountLog log = new AccountLog(new TestAriadne("alice", 10001));
        log.loggedOut(FORGED);
        log.lost(new IOException(FORGED), null);
        log.connectFailed(new IOException(FORGED), 1, null);
        log.rejected(FORGED);
        assertThat(output.getOut().lines()).hasSize(4).allSatisfy((line) -> {
            assertThat(line).contains("gone 2026-01-01 ERROR forged [31m xxx").hasSizeLessThan(2300);
            assertThat(line).doesNotContain("\u0085", "\u001b", "\u2028");
        });
    }

}
