package dev.ariadne.autoconfigure.endpoint;

import dev.ariadne.autoconfigure.AriadneProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the actuator's own endpoints tell of the configuration.
 */
class SecretsSanitizingFunctionTests {

    private static final String MIRAI = "ariadne.accounts.alice.mirai.";

    private final JsonMapper mapper = JsonMapper.builder().build();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(AriadneEndpointAutoConfiguration.class,
                ConfigurationPropertiesReportEndpointAutoConfiguration.class,
                EnvironmentEndpointAutoConfiguration.class))
        .withUserConfiguration(Bound.class)
        .withPropertyValues("management.endpoints.web.exposure.include=configprops,env",
                "management.endpoint.configprops.show-values=always", "management.endpoint.env.show-values=always",
                "ariadne.accounts.alice.id=10001", MIRAI + "verify-key=hush-1", MIRAI + "http-client.url=http://seen",
                MIRAI + "websocket-server.headers.X-Token=hush-2", MIRAI + "websocket-server.params.qq=hush-3",
                MIRAI + "http-server.headers[X-Token]=hush-4");

    @Test
    void whenValuesAreShownThenThePropertiesAreToldWithoutTheSecrets() {
        this.runner.run((context) -> assertSafe(context.getBean(ConfigurationPropertiesReportEndpoint.class)
            .configurationPropertiesWithPrefix("ariadne")));
    }

    @Test
    void whenValuesAreShownThenTheEnvironmentIsToldWithoutTheSecrets() {
        this.runner.run((context) -> assertSafe(context.getBean(EnvironmentEndpoint.class).environment("ariadne")));
    }

    private void assertSafe(Object answer) {
        assertThat(this.mapper.writeValueAsString(answer)).contains("10001", "http://seen", "X-Token",
                SanitizableData.SANITIZED_VALUE).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = { MIRAI + "verify-key", MIRAI + "verifyKey", "ARIADNE_ACCOUNTS_ALICE_MIRAI_VERIFYKEY",
            "ariadne.accounts[a.b].mirai.verify_key", MIRAI + "websocketServer.headers.X-Token",
            MIRAI + "websocket-server.params[qq]", "ARIADNE_ACCOUNTS_ALICE_MIRAI_HTTPSERVER_HEADERS_XTOKEN" })
    void whenAKeyIsOfASecretThenItsValueIsNotToldHoweverItIsWritten(String key) {
        assertThat(told(key)).isEqualTo(SanitizableData.SANITIZED_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = { MIRAI + "websocket-server.path", MIRAI + "http-client.url", "ariadne.accounts.alice.id",
            "ariadne.background.tasks[verifyKey].cron", "my.verify-key", "my.mirai.http-server.headers.X-Token" })
    void whenAKeyIsOfNoSecretOfAnAccountThenItsValueIsLeftAlone(String key) {
        assertThat(told(key)).isEqualTo("value");
    }

    private static @Nullable Object told(String key) {
        return new SecretsSanitizingFunction().apply(new SanitizableData(null, key, "value")).getValue();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AriadneProperties.class)
    static class Bound {

    }

}
