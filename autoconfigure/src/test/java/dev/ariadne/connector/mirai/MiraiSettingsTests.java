package dev.ariadne.connector.mirai;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The settings of a mirai account.
 */
class MiraiSettingsTests {

    @Test
    void whenOnlyTheKeyIsGivenThenBothLinksAreOnThisMachine() {
        MiraiSettings settings = MiraiSettings.of("secret");
        URI url = URI.create("http://localhost:8080");
        assertThat(settings.websocketClient()).isEqualTo(new MiraiSettings.WebSocketClient(url));
        assertThat(settings.httpClient()).isEqualTo(new MiraiSettings.HttpClient(url));
        assertThat(settings.connector()).isEqualTo("mirai");
    }

    @Test
    void whenShownThenTheKeyIsNot() {
        assertThat(MiraiSettings.of("secret")).asString().contains("localhost").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({ "http://h,ws://h/all", "HTTP://h/,ws://h/all", "https://h:1,wss://h:1/all", "ws://h/p,ws://h/p/all",
        "WSS://h/p//,wss://h/p/all", "http://[::1]:8080,ws://[::1]:8080/all", "http://h/a%20b,ws://h/a%20b/all" })
    void whenTheUrlIsGoodThenItLeadsToTheEndpoint(URI url, URI endpoint) {
        assertThat(new MiraiSettings.WebSocketClient(url).endpoint()).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost:8080", "localhost", "/path", "ftp://h", "http:h", "http:///x", "http://a_b:1",
        "http://h:0", "http://h:65536", "http://user:secret@h", "http://h?verifyKey=secret", "http://h#secret" })
    void whenTheUrlIsBadThenTheReasonIsToldWithoutWhatMayBeSecret(URI url) {
        assertThatIllegalArgumentException().isThrownBy(() -> MiraiSettings.checkUrl(url))
                .withMessageStartingWith("The URL of a mirai-api-http server").withMessageNotContaining("secret");
        assertThatIllegalArgumentException().isThrownBy(() -> MiraiSettings.of("k", url));
    }

    @ParameterizedTest
    @ValueSource(strings = { " secret", "secret\n", "secret\r\nqq: 1", "s\u00e9cret", "\u79d8secret" })
    void whenAHeaderCannotCarryTheKeyThenItIsRefusedWithoutBeingTold(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> MiraiSettings.of(key))
                .withMessageContaining("verify key").withMessageNotContaining("secret");
    }

}
