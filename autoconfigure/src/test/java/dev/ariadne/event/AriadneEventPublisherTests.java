package dev.ariadne.event;

import java.util.ArrayList;
import java.util.List;

import dev.ariadne.Ariadne;
import dev.ariadne.CurrentAriadne;
import dev.ariadne.TestAriadne;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class AriadneEventPublisherTests {

    private final Ariadne alice = new TestAriadne("alice", 10001);

    private final Ariadne bob = new TestAriadne("bob", 10002);

    private final List<String> seen = new ArrayList<>();

    private final AriadneEventPublisher publisher = new AriadneEventPublisher((event) -> look());

    @AfterEach
    void forgetContext() {
        MDC.remove(AriadneEventPublisher.ACCOUNT_MDC_KEY);
    }

    private void look() {
        this.seen.add(Ariadne.current().name() + " " + MDC.get(AriadneEventPublisher.ACCOUNT_MDC_KEY));
    }

    @Test
    void whenAnEventIsPublishedThenItsListenersSeeTheAccountAndTheThreadForgetsItAfterwards() {
        this.publisher.publish(new AccountOnlineEvent(this.alice));
        assertThat(this.seen).containsExactly("alice alice");
        assertThat(CurrentAriadne.get()).isNull();
        assertThat(MDC.get(AriadneEventPublisher.ACCOUNT_MDC_KEY)).isNull();
    }

    @Test
    void whenTheThreadIsThatOfAnotherAccountThenItIsSoAgainAfterwards() {
        MDC.put(AriadneEventPublisher.ACCOUNT_MDC_KEY, "bob");
        try (CurrentAriadne.Scope scope = CurrentAriadne.bind(this.bob)) {
            this.publisher.publish(new AccountOnlineEvent(this.alice));
            assertThat(this.seen).containsExactly("alice alice");
            assertThat(Ariadne.current()).isSameAs(this.bob);
            assertThat(MDC.get(AriadneEventPublisher.ACCOUNT_MDC_KEY)).isEqualTo("bob");
        }
    }

    @Test
    void whenOnlyHalfOfTheThreadsContextIsThatOfTheAccountThenListenersSeeTheWhole() {
        MDC.put(AriadneEventPublisher.ACCOUNT_MDC_KEY, "alice");
        try (CurrentAriadne.Scope scope = CurrentAriadne.bind(this.bob)) {
            this.publisher.publish(new AccountOnlineEvent(this.alice));
        }
        MDC.put(AriadneEventPublisher.ACCOUNT_MDC_KEY, "bob");
        try (CurrentAriadne.Scope scope = CurrentAriadne.bind(this.alice)) {
            this.publisher.publish(new AccountOnlineEvent(this.alice));
        }
        assertThat(this.seen).containsExactly("alice alice", "alice alice");
    }

    @Test
    void whenSeveralEventsArePublishedByABoundThreadThenListenersSeeTheAccountAndTheThreadForgetsItAfterwards() {
        MDC.put(AriadneEventPublisher.ACCOUNT_MDC_KEY, "bob");
        AriadneEventPublisher.runBound(this.alice, () -> {
            this.publisher.publish(new AccountOnlineEvent(this.alice));
            MDC.clear();
            CurrentAriadne.set(null);
            this.publisher.publish(new AccountOnlineEvent(this.alice));
        });
        assertThat(this.seen).containsExactly("alice alice", "alice alice");
        assertThat(CurrentAriadne.get()).isNull();
        assertThat(MDC.get(AriadneEventPublisher.ACCOUNT_MDC_KEY)).isEqualTo("bob");
    }

    @Test
    void whenAListenerThrowsThenTheLogSaysOfWhichAccountAndThePublisherIsNotTold(CapturedOutput output) {
        AriadneEventPublisher failing = new AriadneEventPublisher((event) -> {
            throw new IllegalStateException("on purpose");
        });
        failing.publish(new AccountOnlineEvent(this.alice));
        assertThat(output.getOut()).contains("A listener of AccountOnlineEvent failed for account 'alice'")
            .contains("IllegalStateException: on purpose");
        assertThat(MDC.get(AriadneEventPublisher.ACCOUNT_MDC_KEY)).isNull();
    }

}
