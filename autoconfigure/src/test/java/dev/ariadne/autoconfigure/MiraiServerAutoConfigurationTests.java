package dev.ariadne.autoconfigure;

import java.util.Objects;

import dev.ariadne.connector.mirai.MiraiEndpoints;
import dev.ariadne.connector.mirai.web.EndpointFilter;
import dev.ariadne.connector.mirai.web.ReverseDoor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class MiraiServerAutoConfigurationTests {

    private static final AutoConfigurations OURS = AutoConfigurations.of(AriadneAutoConfiguration.class,
            MiraiAutoConfiguration.class, MiraiServerAutoConfiguration.class, SandboxAutoConfiguration.class);

    private static final String[] REVERSE = { "ariadne.accounts.alice.id=10001",
            "ariadne.accounts.alice.mirai.verify-key=k",
            "ariadne.accounts.alice.mirai.websocket-server.path=/mirai/alice" };

    private static final String[] WEBHOOK = { "ariadne.accounts.alice.id=10001",
            "ariadne.accounts.alice.mirai.verify-key=k", "ariadne.accounts.alice.mirai.http-server.path=/hook/alice" };

    private final WebApplicationContextRunner servlet = new WebApplicationContextRunner().withConfiguration(OURS);

    @Test
    void whenThereIsAServletWebServerThenBothLinksAreAccepted() {
        this.servlet.withPropertyValues(REVERSE).run((context) -> {
            assertThat(context).hasSingleBean(EndpointFilter.class).hasSingleBean(ReverseDoor.class);
            assertThat(context.getBean(MiraiEndpoints.class).at("/mirai/alice")).isNotNull();
        });
        this.servlet.withPropertyValues(WEBHOOK).run((context) -> assertThat(context.getBean(MiraiEndpoints.class)
            .at("/hook/alice")).isNotNull());
    }

    @Test
    void whenThereIsNoLibraryForWebSocketsThenTheReverseOneNamesIt() {
        WebApplicationContextRunner bare = this.servlet
            .withClassLoader(new FilteredClassLoader("org.springframework.web.socket", "jakarta.websocket"));
        bare.withPropertyValues(REVERSE).run((context) -> assertThat(
                analysisOf(context.getStartupFailure()).getAction())
            .contains("ariadne.accounts.alice.mirai.websocket-server: ").contains("spring-boot-starter-websocket"));
        bare.withPropertyValues(WEBHOOK).run((context) -> assertThat(context).hasNotFailed()
            .hasSingleBean(EndpointFilter.class).doesNotHaveBean(ReverseDoor.class));
    }

    @Test
    void whenThereIsNoServletWebServerThenTheWebhookNamesIt() {
        new ApplicationContextRunner().withConfiguration(OURS).withPropertyValues(WEBHOOK)
            .withClassLoader(new FilteredClassLoader("org.springframework.web", "jakarta.servlet"))
            .run((context) -> assertThat(analysisOf(context.getStartupFailure()).getAction())
                .contains("ariadne.accounts.alice.mirai.http-server: ").contains("spring-boot-starter-webmvc"));
    }

    @Test
    void whenTheWebServerIsReactiveThenTheLinksAreNotThere() {
        new ReactiveWebApplicationContextRunner().withConfiguration(OURS).withPropertyValues(WEBHOOK)
            .run((context) -> assertThat(analysisOf(context.getStartupFailure()).getDescription())
                .contains("no servlet web server"));
    }

    @Test
    void whenAriadneIsSwitchedOffThenSoIsTheFilter() {
        this.servlet.withPropertyValues("ariadne.enabled=false")
            .run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EndpointFilter.class));
    }

    private static FailureAnalysis analysisOf(@Nullable Throwable failure) {
        return Objects.requireNonNull(new InvalidConfigurationFailureAnalyzer().analyze(
                Objects.requireNonNull(failure)));
    }

}
