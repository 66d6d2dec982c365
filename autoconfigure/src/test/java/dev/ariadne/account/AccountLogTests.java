package dev.ariadne.account;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class AccountLogTests {

    private static final String FORGED = "gone\r\n2026-01-01 ERROR forged\u0085\u001b[31m\u2028" + "x".repeat(5000);

    private final Ariadne alice = new TestAriadne("alice", 10001);

    private final AccountLog log = new AccountLog(this.alice);

    @Test
    void whenAServerSaysAnythingThenItIsOneLineOfALimitedLength(CapturedOutput output) {
        this.log.loggedOut(FORGED);
        this.log.lost(new IOException(FORGED), null);
        this.log.connectFailed(new IOException(FORGED), 1, null);
        this.log.rejected(FORGED);
        assertThat(output.getOut().lines()).hasSize(4).allSatisfy((line) -> {
            assertThat(line).contains("gone 2026-01-01 ERROR forged [31m xxx").hasSizeLessThan(2300);
            assertThat(line).doesNotContain("\u0085", "\u001b", "\u2028");
        });
    }

    @Test
    void whenAnAttemptFailsOrALinkIsLostThenTheLineSaysWhyAndWhenTheNextOneIs(CapturedOutput output) {
        this.log.lost(new IOException(), Duration.ofMillis(999));
        this.log.lost(new IOException("reset"), null);
        this.log.connectFailed(new IOException("refused"), 2, Duration.ofSeconds(1));
        this.log.connectFailed(new IOException("refused"), 3, null);
        assertThat(output.getOut().lines()).satisfiesExactly(
                (line) -> assertThat(line).endsWith("'alice' lost its link: IOException; connecting again in 999 ms"),
                (line) -> assertThat(line).endsWith("'alice' lost its link: reset"),
                (line) -> assertThat(line).matches(".*\\(attempt 2\\): refused; next attempt in 1.0 s"),
                (line) -> assertThat(line).contains("ERROR").contains("parked after 3 failed attempt(s)"));
    }

    @Test
    void whenEventsAreDroppedThenTheBeginningOfEachBurstIsToldAndHowManyTheyWere(CapturedOutput output) {
        ReceivedEvent event = new Odd(this.alice);
        this.log.roomAgain();
        for (int burst = 1; burst <= 2; burst++) {
            this.log.dropped(event);
            this.log.dropped(event);
            this.log.dropped(event);
            this.log.roomAgain();
            this.log.roomAgain();
        }
        this.log.lostEvents(0);
        this.log.lostEvents(3);
        assertThat(output.getOut().lines()).satisfiesExactly(
                (line) -> assertThat(line).contains("'alice' drops received events, the first a Odd: "),
                (line) -> assertThat(line).endsWith("after it had dropped 3"),
                (line) -> assertThat(line).contains("'alice' drops received events"),
                (line) -> assertThat(line).endsWith("after it had dropped 3"),
                (line) -> assertThat(line).contains("stops with 3 received event(s)"));
    }

    @Test
    void whenALineIsWrittenThenItCarriesTheAccountAndTheThreadIsLeftAsItWas() {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.ariadne.account");
        List<String> lines = new CopyOnWriteArrayList<>();
        Appender<ILoggingEvent> appender = new AppenderBase<>() {

            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getMDCPropertyMap().get(AriadneEventPublisher.ACCOUNT_MDC_KEY) + ": "
                        + event.getFormattedMessage());
            }

        };
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.INFO);
        try {
            this.log.online();
            assertThat(MDC.get(AriadneEventPublisher.ACCOUNT_MDC_KEY)).isNull();
            MDC.put(AriadneEventPublisher.ACCOUNT_MDC_KEY, "bob");
            this.log.connectedLoggedOut();
            this.log.stopped();
            assertThat(MDC.get(AriadneEventPublisher.ACCOUNT_MDC_KEY)).isEqualTo("bob");
        }
        finally {
            MDC.remove(AriadneEventPublisher.ACCOUNT_MDC_KEY);
            logger.setLevel(null);
            logger.detachAppender(appender);
        }
        assertThat(lines).containsExactly("alice: Account 'alice' (10001) is online",
                "alice: Account 'alice' is connected, but not logged in", "alice: Account 'alice' is stopped");
    }

    private record Odd(Ariadne ariadne) implements ReceivedEvent {

        @Override
        public Conversation conversation() {
            return Conversation.group(1);
        }

    }

}
