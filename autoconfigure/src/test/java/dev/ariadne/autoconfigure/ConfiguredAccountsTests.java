package dev.ariadne.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.ariadne.AccountSettings;
import dev.ariadne.connector.mirai.MiraiSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConfiguredAccountsTests {

    private final StandardEnvironment environment = new StandardEnvironment();

    @ParameterizedTest
    @ValueSource(strings = { "mainBot", "main-bot", "MAIN_BOT", "mainbot" })
    void whenAnEnvironmentVariableNamesAnAccountInItsWayThenItIsTheOneOfTheFile(String name) throws IOException {
        yaml("ariadne.accounts." + name + ": { id: 10001, mirai: { http-client.url: 'http://bot:8080' } }");
        TestPropertyValues.of("ARIADNE_ACCOUNTS_MAINBOT_MIRAI_VERIFYKEY=secret")
            .applyTo(this.environment, TestPropertyValues.Type.SYSTEM_ENVIRONMENT);
        assertThat(settings()).containsOnlyKeys(name);
        assertThat(mirai(name).verifyKey()).isEqualTo("secret");
    }

    @Test
    void whenTheFileWritesANameInTwoWaysThenBothAreNamed() throws IOException {
        yaml("ariadne.accounts: { mainBot: { id: 10001, connector: sandbox }, main-bot: { id: 10002 } }");
        assertThatExceptionOfType(InvalidConfigurationException.class).isThrownBy(this::settings)
            .withMessageContaining("ariadne.accounts.main-bot.id: its name is that of 'mainBot'");
    }

    private void yaml(String text) throws IOException {
        new YamlPropertySourceLoader().load("file", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
            .forEach(this.environment.getPropertySources()::addLast);
    }

    private MiraiSettings mirai(String account) {
        return (MiraiSettings) Objects.requireNonNull(settings().get(account)).connector();
    }

    private Map<String, AccountSettings> settings() {
        AriadneProperties properties = Binder.get(this.environment).bind("ariadne", AriadneProperties.class).get();
        return new ConfiguredAccounts(properties, List.of()).settings();
    }

}
