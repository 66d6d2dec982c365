package dev.ariadne.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

class ReceivedEventPublicationTests {

    private static final Ariadne ALICE = new TestAriadne("alice", 10001);

    @Test
    void whenAnEventIsPublishedThenItsTypeIsTheOneThatSpringWouldHaveWorkedOut() {
        PayloadApplicationEvent<Received> plain = new PayloadApplicationEvent<>(this, new Received(ALICE));
        PayloadApplicationEvent<Received> publication = new ReceivedEventPublication<>(this, new Received(ALICE));
        assertThat(publication.getResolvableType()).isEqualTo(plain.getResolvableType())
            .isSameAs(new ReceivedEventPublication<>(this, new Received(ALICE)).getResolvableType());
        assertThat(new ReceivedEventPublication<>(this, new Other(ALICE)).getResolvableType())
            .isNotEqualTo(plain.getResolvableType());
    }

    @Test
    void whenAnEventIsPublishedToAnApplicationThenEachKindOfListenerOfItHearsItAndNoOther() {
        try (AnnotationConfigApplicationContext parent = new AnnotationConfigApplicationContext(Listeners.class);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.setParent(parent);
            context.register(Listeners.class, PayloadListener.class);
            context.refresh();
            new AriadneEventPublisher(context).publish(new Received(ALICE));
            assertThat(context.getBean(Listeners.class).heard).containsExactlyInAnyOrder("interface", "record", "payload");
            assertThat(parent.getBean(Listeners.class).heard).containsExactlyInAnyOrder("interface", "record", "payload");
            PayloadListener payloads = context.getBean(PayloadListener.class);
            assertThat(payloads.heard).singleElement()
                .satisfies((event) -> assertThat(event.getSource()).isSameAs(context));
        }
    }

    public record Received(Ariadne ariadne) implements ReceivedEvent {

        @Override
        public Conversation conversation() {
            return Conversation.account(1);
        }

    }

    public record Other(Ariadne ariadne) implements ReceivedEvent {

        @Override
        public Conversation conversation() {
            return Conversation.account(1);
        }

    }

    static class Listeners {

        final List<String> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void hear(ReceivedEvent event) {
            this.heard.add("interface");
        }

        @EventListener
        void hear(Received event) {
            this.heard.add("record");
        }

        @EventListener
        void hear(Other event) {
            this.heard.add("other");
        }

        @EventListener
        void hearPayload(PayloadApplicationEvent<Received> event) {
            this.heard.add("payload");
        }

        @EventListener
        void hearOtherPayload(PayloadApplicationEvent<Other> event) {
            this.heard.add("other payload");
        }

    }

    static class PayloadListener implements ApplicationListener<PayloadApplicationEvent<Received>> {

        final List<PayloadApplicationEvent<Received>> heard = new CopyOnWriteArrayList<>();

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<Received> event) {
            this.heard.add(event);
        }

    }

}
