package dev.ariadne.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.ariadne.Ariadne;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class ListenerIsolatingEventMulticasterTests {

    private static final Ariadne ARIADNE = mock();

    @Test
    void whenAListenerOfAnAccountsEventThrowsThenTheOthersStillHearIt() {
        given(ARIADNE.name()).willReturn("alice");
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Config.class)) {
            Listeners listeners = context.getBean(Listeners.class);
            new AriadneEventPublisher(context).publish(new AccountOnlineEvent(ARIADNE));
            new AriadneEventPublisher(context).publish(new Received(ARIADNE));
            assertThat(listeners.heard).hasSize(2);
        }
    }

    @Test
    void whenAListenerThrowsThenTheLogNamesTheEvent(CapturedOutput output) {
        given(ARIADNE.name()).willReturn("alice");
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Config.class)) {
            AriadneEventPublisher publisher = new AriadneEventPublisher(context);
            publisher.publish(new AccountOnlineEvent(ARIADNE));
            publisher.publish(new BackgroundTaskStartedEvent(ARIADNE, "poll", 3));
            publisher.publish(new Received(ARIADNE));
        }
        assertThat(output.getOut()).contains("failed on AccountOnlineEvent[account=alice]")
            .contains("failed on BackgroundTaskStartedEvent[account=alice, task=poll, run=3]")
            .contains("failed on Received[account=alice]");
    }

    @Test
    void whenAListenerOfAnotherEventThrowsThenThePublisherIsTold() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Config.class)) {
            assertThatIllegalStateException()
                .isThrownBy(() -> ((ApplicationEventPublisher) context).publishEvent("of somebody else"));
        }
    }

    private record Received(Ariadne ariadne) implements ReceivedEvent {

        @Override
        public Conversation conversation() {
            return Conversation.account(1);
        }

    }

    static class Listeners {

        final List<Object> heard = new CopyOnWriteArrayList<>();

        @EventListener
        @Order(1)
        void fail(AriadneLifecycleEvent event) {
            throw new AssertionError("on purpose");
        }

        @EventListener
        @Order(1)
        void fail(PayloadApplicationEvent<?> event) {
            throw new IllegalStateException("on purpose");
        }

        @EventListener
        @Order(2)
        void hear(AriadneLifecycleEvent event) {
            this.heard.add(event);
        }

        @EventListener
        @Order(2)
        void hear(ReceivedEvent event) {
            this.heard.add(event);
        }

    }

    @Configuration(proxyBeanMethods = false)
    static class Config {

        @Bean
        Listeners listeners() {
            return new Listeners();
        }

        @Bean
        ListenerIsolatingEventMulticaster applicationEventMulticaster(
                BeanFactory beanFactory) {
            return new ListenerIsolatingEventMulticaster(beanFactory);
        }

    }

}
