package dev.ariadne.connector.mirai;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Causes}.
 */
class CausesTests {

    @Test
    void whenAFailureHasCausesThenTheInnermostIsDescribed() {
        assertThat(Causes.describe(new IOException("outer", new IOException("inner")))).isEqualTo("inner");
        assertThat(Causes.describe(new IOException("outer", new ConnectException()))).isEqualTo("IOException");
        assertThat(Causes.describe(new IOException(" "))).isEqualTo("IOException");
        assertThat(Causes.describe(new IOException(new UnresolvedAddressException()))).contains("host name");
        assertThat(Causes.describe(new EOFException())).isEqualTo("the other side ended it without a word");
        assertThat(Causes.describe(new EOFException("in the middle of it"))).isEqualTo("in the middle of it");
    }

    @Test
    void whenCausesGoInACircleThenTheFailureIsDescribedAllTheSame() {
        IOException first = new IOException("first");
        IOException second = new IOException("second", first);
        first.initCause(second);
        assertThat(Causes.describe(second)).isEqualTo("IOException");
    }

}
