package dev.ariadne.connector.mirai.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.event.AriadneLifecycleEvent;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.json.Json;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * An application with a real web server on a free port of this machine.
 */
final class ServedApplication implements AutoCloseable {

    static final String KEY = "KEY1234567";

    final ConfigurableApplicationContext context;

    final Recorder recorder;

    private ServedApplication(ConfigurableApplicationContext context) {
        this.context = context;
        this.recorder = context.getBean(Recorder.class);
    }

    /** Starts an application; keys are those below {@code ariadne}. */
    static ServedApplication run(String... properties) {
        return run(List.of(), properties);
    }

    static ServedApplication run(List<Class<?>> sources, String... properties) {
        SpringApplication application = new SpringApplication(
                Stream.concat(Stream.of(Application.class), sources.stream()).toArray(Class<?>[]::new));
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        return new ServedApplication(application.run(Stream.concat(
                Stream.of("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off"),
                Stream.of(properties).map((property) -> "--ariadne." + property)).toArray(String[]::new)));
    }

    /** Returns keys for an account whose server dials {@code /mirai/alice}. */
    static String[] reverse(String... more) {
        return Stream.concat(Stream.of("accounts.alice.id=10001", "accounts.alice.mirai.verify-key=" + KEY,
                "accounts.alice.mirai.websocket-server.path=/mirai/alice",
                "accounts.alice.mirai.websocket-server.params.pk=pv",
                "accounts.alice.mirai.websocket-server.headers.hk=hv"), Stream.of(more)).toArray(String[]::new);
    }

    /** Returns keys for an account whose server posts to {@code /hook/alice}. */
    static String[] webhook(String... more) {
        return Stream.concat(Stream.of("accounts.alice.id=10001", "accounts.alice.mirai.verify-key=" + KEY,
                "accounts.alice.mirai.http-server.path=/hook/alice",
                "accounts.alice.mirai.http-server.headers.X-Extra=extra-value"), Stream.of(more))
            .toArray(String[]::new);
    }

    int port() {
        return Integer.parseInt(
                Objects.requireNonNull(this.context.getEnvironment().getProperty("local.server.port")));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    Accounts accounts() {
        return this.context.getBean(Accounts.class);
    }

    Ariadne alice() {
        return accounts().get("alice");
    }

    void awaitStatus(AccountStatus status) {
        await().until(() -> alice().status() == status);
    }

    @Override
    public void close() {
        this.context.close();
    }

    /** Returns the lines of a transcript. */
    static List<JsonNode> transcript(String file) {
        try (InputStream input = Objects.requireNonNull(
                ServedApplication.class.getResourceAsStream("/mirai/" + file))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().map(Json::parse).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Keeps what listeners are told. */
    static final class Recorder {

        final BlockingQueue<ReceivedEvent> received = new LinkedBlockingQueue<>();

        final BlockingQueue<String> lifecycle = new LinkedBlockingQueue<>();

        volatile Consumer<ReceivedEvent> first = (event) -> {
        };

        @EventListener
        void received(ReceivedEvent event) {
            this.first.accept(event);
            this.received.add(event);
        }

        @EventListener
        void lifecycle(AriadneLifecycleEvent event) {
            this.lifecycle.add(event.getClass().getSimpleName());
        }

        ReceivedEvent next() throws InterruptedException {
            return Objects.requireNonNull(this.received.poll(10, TimeUnit.SECONDS), "no event came");
        }

    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Recorder recorder() {
            return new Recorder();
        }

    }

}
