package dev.ariadne.autoconfigure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.account.AccountRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class InvalidConfigurationTests {

    private static final String ALICE = "ariadne.accounts.alice.";

    private static final String BOB = "ariadne.accounts.bob.";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                MiraiAutoConfiguration.class, MiraiServerAutoConfiguration.class, SandboxAutoConfiguration.class));

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(ALICE + "id", List.of(ALICE + "connector=sandbox"), "no id"),
                arguments(ALICE + "id", List.of(ALICE + "id=0", ALICE + "connector=sandbox"), "0 is not"),
                arguments(BOB + "id", List.of(ALICE + "id=1", ALICE + "connector=sandbox", BOB + "id=1",
                        BOB + "connector=sandbox", "ariadne.default-account=bob"), "'alice' has the id 1"),
                arguments("ariadne.default-account", List.of(ALICE + "id=1", ALICE + "connector=sandbox",
                        "ariadne.default-account=carol"), "'carol'"),
                arguments("ariadne.default-account", List.of(ALICE + "id=1", ALICE + "connector=sandbox", BOB + "id=2",
                        BOB + "connector=sandbox"), "none is the default"),
                arguments(ALICE + "mirai.verify-key", List.of(ALICE + "id=1"), "needs the key"),
                arguments(ALICE + "mirai.verify-key", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=sécrèt"),
                        "printable ASCII"),
                arguments(ALICE + "mirai.verify-key", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=${UNSET}"),
                        "placeholder"),
                arguments(ALICE + "mirai.verify-key", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=${UNCLOSED"),
                        "placeholder"),
                arguments("ariadne.accounts.ali_ce", List.of(ALICE + "id=1", ALICE + "connector=sandbox",
                        "ariadne.accounts.ali_ce.id=2", "ariadne.accounts.ali_ce.connector=sandbox", BOB + "id=3",
                        BOB + "connector=sandbox", "ariadne.default-account=bob"), "the same name as 'alice'"),
                arguments(ALICE + "mirai.verify-key", List.of(ALICE + "id=1", ALICE + "mirai.verify-key="),
                        "needs the key"),
                arguments("ariadne.accounts[my.bot].id", List.of("ariadne.accounts[my.bot].connector=sandbox"), "no id"),
                arguments(ALICE + "mirai.websocket-client.url", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.websocket-client.url=ftp://x"), "begins with"),
                arguments(ALICE + "mirai.websocket-client.url", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.websocket-client.url=not a url"), "not the URL"),
                arguments(ALICE + "mirai.websocket-client.url", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.websocket-client.url="), "not the URL"),
                arguments(ALICE + "mirai.http-client.url", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.websocket-client.url=http://x", ALICE + "mirai.http-client.url=http://u:pw@x"),
                        "no user"),
                arguments(ALICE + "mirai.websocket-server.path", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.websocket-server.path=x/"), "begins with a slash"),
                arguments(ALICE + "mirai.http-server.path", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.http-server.path="), "not the path"),
                arguments(ALICE + "mirai.http-server.params", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.http-server.path=/x", ALICE + "mirai.http-server.params.a=b"), "headers only"),
                arguments(ALICE + "mirai.http-server.headers.x-token", List.of(ALICE + "id=1",
                        ALICE + "mirai.verify-key=k", ALICE + "mirai.http-server.path=/x",
                        ALICE + "mirai.http-server.headers.x-token="), "keep nobody out"),
                arguments(ALICE + "mirai.websocket-server.params.token", List.of(ALICE + "id=1",
                        ALICE + "mirai.verify-key=k", ALICE + "mirai.websocket-server.path=/x",
                        ALICE + "mirai.websocket-server.params.token= "), "keep nobody out"),
                arguments(ALICE + "mirai.http-server.headers.x-token", List.of(ALICE + "id=1",
                        ALICE + "mirai.verify-key=k", ALICE + "mirai.http-server.path=/x",
                        ALICE + "mirai.http-server.headers.x-token=Bearer ${UNSET}"), "placeholder"),
                arguments(ALICE + "mirai.websocket-server.params.token", List.of(ALICE + "id=1",
                        ALICE + "mirai.verify-key=k", ALICE + "mirai.websocket-server.path=/x",
                        ALICE + "mirai.websocket-server.params.token=${UNSET}"), "placeholder"),
                arguments(ALICE + "mirai.http-server.headers", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.http-server.path=/x", ALICE + "mirai.http-server.headers[a b]=c"),
                        "not the name of a header"),
                arguments(ALICE + "mirai", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.http-server.path=/x", ALICE + "mirai.websocket-server.path=/y"),
                        "several links"),
                arguments(ALICE + "mirai.websocket-server", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.websocket-server.path=/x"), "no servlet web server"),
                arguments(ALICE + "mirai.http-server", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.http-server.path=/x"), "no servlet web server"),
                arguments(BOB + "mirai.http-server.path", List.of(ALICE + "id=1", ALICE + "mirai.verify-key=k",
                        ALICE + "mirai.websocket-server.path=/x", BOB + "id=2", BOB + "mirai.verify-key=k",
                        BOB + "mirai.http-server.path=/x"), ALICE + "mirai.websocket-server.path is /x already"),
                arguments(ALICE + "connector", List.of(ALICE + "id=1", ALICE + "connector=carrier-pigeon"),
                        "carrier-pigeon"),
                arguments(ALICE + "conector", List.of(ALICE + "id=1", ALICE + "conector=sandbox"), "no such key"),
                arguments(ALICE + "id.no", List.of(ALICE + "id.no=1"), "no such key"),
                arguments("ariadne.connect.timeout", List.of("ariadne.connect.timeout=0s"), "longer than 0"),
                arguments("ariadne.connect.max-delay", List.of("ariadne.connect.max-delay=1ms"), "shorter"),
                arguments("ariadne.dispatch.max-pending", List.of("ariadne.dispatch.max-pending=0"), "no event"),
                arguments("ariadne.background.restart.jitter", List.of("ariadne.background.restart.jitter=2"),
                        "between 0 and 1"),
                arguments("ariadne.background.shutdown-timeout", List.of("ariadne.background.shutdown-timeout=-1s"),
                        "negative"),
                arguments("ariadne.background.await-timeout",
                        List.of("ariadne.background.await-timeout=PT9223372036854775807S"), "century"),
                arguments("ariadne.background.restart.window",
                        List.of("ariadne.background.restart.window=PT9223372036854775807S"), "century"),
                arguments("ariadne.connect.max-delay",
                        List.of("ariadne.connect.max-delay=PT9223372036854775807S"), "century"),
                arguments("ariadne.call-timeout", List.of("ariadne.call-timeout=PT9223372036854775807S"), "century"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whenTheConfigurationIsWrongThenTheStartFailsAndNamesTheKeyAndTheMend(String key, List<String> properties,
            String description) {
        this.runner.withPropertyValues(properties.toArray(String[]::new)).run((context) -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = analysisOf(context);
            assertThat(analysis.getDescription()).contains(key + ": ").contains(description).doesNotContain("pw");
            assertThat(analysis.getAction()).contains(key + ": ");
        });
    }

    @ParameterizedTest
    @CsvSource({ "ariadne.accounts.my.bot, .id, [my.bot]", "ariadne.accounts.my.bot, .mirai.verify-key, [my.bot]",
            "ariadne.accounts.my.little.bot, .mirai.http-server.headers.X-Token, [my.little.bot]",
            "ariadne.background.tasks.feedPoller.poll, .max-restarts, [feedPoller.poll]",
            "ariadne.background.tasks.feedPoller.poll, .accounts[0], [feedPoller.poll]",
            "ariadne.accounts.小明, .id, [小明]", "ariadne.accounts.bot一号, .connector, [bot一号]",
            "ariadne.accounts.小明.bot, .id, [小明.bot]", "ariadne.accounts.-bot, .id, [-bot]",
            "ariadne.background.tasks.喂.poll, .max-restarts, [喂.poll]",
            "ariadne.accounts[小明].mirai.http-server.headers.X~Token, '', [X~Token]" })
    void whenANameWouldBeReadAsAnotherOneThenTheStartFailsAndTheMendIsToWriteBrackets(String written, String rest,
            String mended) {
        this.runner.withPropertyValues(ALICE + "id=1", ALICE + "connector=sandbox", written + rest + "=pw")
            .run((context) -> {
                FailureAnalysis analysis = analysisOf(context);
                assertThat(analysis.getDescription()).contains(written + ": ").doesNotContain("pw");
                assertThat(analysis.getAction()).contains(written + ": ").contains("\"" + mended + "\"");
            });
    }

    @ParameterizedTest
    @CsvSource({ ALICE + "conector, 'id, connector, mirai'",
            ALICE + "mirai.http-server.url, 'path, params, headers'", ALICE + "mirai.connector, 'verify-key, '",
            "ariadne.background.tasks[feedPoller.poll].restart.max-restarts, 'max-restarts'",
            "ariadne.background.tasks.poll.maxrestart, 'enabled, accounts, scope, on-stop'" })
    void whenAKeyIsMisspelledThenTheOnesThatThereAreAreNamed(String written, String known) {
        this.runner.withPropertyValues(written + "=pw").run((context) -> assertThat(analysisOf(context).getAction())
            .contains(written + ": ").contains(known).doesNotContain("pw").doesNotContain("\"["));
    }

    @Test
    void whenSomethingIsWrittenInAnotherWayThenItIsKnownAllTheSame() {
        this.runner
            .withPropertyValues("ARIADNE.Accounts.main_Bot-1.ID=1", "ariadne.accounts.main_Bot-1.mirai.verifyKey=k",
                    "ariadne.accounts.main_Bot-1.mirai.web_socket-client.url=http://127.0.0.1:9",
                    "ariadne.accounts[a[b].c].[id]=2", "ariadne.accounts.[a[b].c].connector=sandbox",
                    "ariadne.default-account=main_Bot-1", "ariadne.background.enabled=false",
                    "ariadne.background.tasks.poll.accounts[0]=1", "ariadne.background.tasks.poll.onStop=await",
                    "ariadne.background.tasks.idle=",
                    "ariadne.other.key=1", "ariadneaccounts.my.bot.id=1")
            .run((context) -> {
                assertThat(context).hasNotFailed();
                assertThat(context.getBean(Accounts.class)).extracting(Ariadne::name)
                    .containsExactlyInAnyOrder("main_Bot-1", "a[b].c");
            });
    }

    @Test
    void whenAnEnvironmentVariableMeansNothingThenItDoesNotMatter() {
        this.runner.withPropertyValues(ALICE + "id=1", ALICE + "connector=sandbox")
            .withInitializer((context) -> TestPropertyValues.of("ARIADNE_ACCOUNTS_MY_BOT_ID=2")
                .applyTo(context.getEnvironment(), TestPropertyValues.Type.SYSTEM_ENVIRONMENT))
            .run((context) -> assertThat(context).hasNotFailed());
    }

    @Test
    void whenSeveralThingsAreWrongThenAllAreNamedAtOnce() {
        this.runner.withPropertyValues(ALICE + "connector=sandbox", BOB + "id=-1", "ariadne.default-account=carol")
            .run((context) -> assertThat(analysisOf(context).getDescription()).contains(ALICE + "id", BOB + "id",
                        BOB + "mirai.verify-key", "ariadne.default-account"));
    }

    @Test
    void whenSeveralThingsOfOneAccountAreWrongThenAllAreNamedAtOnce() {
        this.runner
            .withPropertyValues(ALICE + "id=0", ALICE + "mirai.verify-key=", ALICE + "mirai.websocket-client.url=ftp://x",
                    ALICE + "mirai.websocket-server.path=/x", ALICE + "mirai.http-client.url=http://")
            .run((context) -> assertThat(analysisOf(context).getDescription()).contains(ALICE + "id",
                    ALICE + "mirai.verify-key", ALICE + "mirai.websocket-client.url", ALICE + "mirai.http-client.url",
                    ALICE + "mirai.websocket-server", "several links"));
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void whenThereAreNoVirtualThreadsThenToAskForThemFails() {
        this.runner.withPropertyValues("ariadne.background.threads=virtual")
            .run((context) -> assertThat(analysisOf(context).getDescription()).contains("ariadne.background.threads"));
    }

    private static FailureAnalysis analysisOf(AssertableApplicationContext context) {
        Throwable failure = Objects.requireNonNull(context.getStartupFailure());
        return Objects.requireNonNull(new InvalidConfigurationFailureAnalyzer().analyze(failure));
    }

    @Test
    void whenPropertiesArePrintedThenTheyTellNoSecret() {
        this.runner.withPropertyValues(ALICE + "id=1", ALICE + "mirai.verify-key=top-secret",
                "ariadne.keep-alive=false")
            .run((context) -> {
                assertThat(context.getBean(AriadneProperties.class).toString()).contains("alice")
                    .doesNotContain("top-secret");
                assertThat(context.getBean(AccountRegistry.class).settings("alice").toString())
                    .doesNotContain("top-secret");
            });
    }

}
