package dev.ariadne.autoconfigure;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.background.BackgroundTasks;
import dev.ariadne.connector.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An operator filters the log by account and task.
 */
class LoggingContextTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.ariadne");

    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();

    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            LoggingContextTests.this.lines.add(line);
        }

    };

    @BeforeEach
    void listen() {
        this.logger.setLevel(Level.INFO);
        this.appender.start();
        this.logger.addAppender(this.appender);
    }

    @AfterEach
    void stopListening() {
        this.logger.detachAppender(this.appender);
        this.logger.setLevel(null);
    }

    @Test
    void whenSomethingIsLoggedOfAnAccountOrATaskThenItsContextNamesThem() {
        new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                    SandboxAutoConfiguration.class))
            .withPropertyValues("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox",
                    "ariadne.connect.initial-delay=1ms", "ariadne.background.restart.initial-delay=1ms",
                    "ariadne.background.restart.max-delay=1ms", "ariadne.background.restart.max-restarts=1")
            .run((context) -> {
                context.getBean(BackgroundTasks.class).add("failing", (run) -> {
                    throw new IOException("gone");
                });
                await().until(() -> said("is parked"));
                context.getBean(Sandbox.class).account("alice").goOffline();
                await().until(() -> said("lost its link"));
                context.getBean(Sandbox.class).account("alice").friendSays(20001, "hi");
                context.getBean(Sandbox.class).account("alice").goOnline();
                await().until(() -> context.getBean(Accounts.class).get("alice").status() == AccountStatus.ONLINE);
            });
        assertThat(this.lines).extracting(ILoggingEvent::getFormattedMessage)
            .anyMatch((line) -> line.contains("is stopped")).anyMatch((line) -> line.contains("next run in"))
            .anyMatch((line) -> line.contains("Nobody hears"));
        assertThat(this.lines).filteredOn((line) -> line.getFormattedMessage().contains("'alice'")).isNotEmpty()
            .allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("ariadne.account", "alice"));
        assertThat(this.lines).filteredOn((line) -> line.getFormattedMessage().contains("'failing'")).isNotEmpty()
            .allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("ariadne.task", "failing"));
    }

    private boolean said(String part) {
        return this.lines.stream().anyMatch((line) -> line.getFormattedMessage().contains(part));
    }

}
