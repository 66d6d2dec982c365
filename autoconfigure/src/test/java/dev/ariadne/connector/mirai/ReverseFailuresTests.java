package dev.ariadne.connector.mirai;

import dev.ariadne.TestAriadne;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReverseFailuresTests {

    private final ReverseFailures failures = new ReverseFailures(new TestAriadne("alice", 10001), "/mirai/alice");

    @Test
    void whenNoServerDialsThenAllThatMayKeepItAwayIsTold() {
        assertThat(this.failures.ofNoDial()).hasMessageContainingAll("/mirai/alice", "adapterSettings.reverse-ws",
                "Spring Security", "refused", "without a close frame", "until its restart");
    }

}
