package dev.ariadne.connector.mirai;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.ariadne.call.MessageCall;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links by TLS, with a certificate that nobody else has signed.
 */
class TlsTests {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static SSLContext tls;

    private final MiraiClient client = new MiraiClient();

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "SAN=dns:localhost", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass",
                new String(PASSWORD)).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    @AfterEach
    void close() {
        this.client.close();
    }

    private static URI secure(WireServer server, String scheme) {
        return URI.create(scheme + "://localhost:" + server.url().getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = { "wss", "https" })
    void whenTheCertificateIsTrustedThenEventsComeAndCallsAreAnswered(String scheme) throws Exception {
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(tls);
        try (WireServer server = new WireServer(tls.getSocketFactory())) {
            Connection connection = this.client.connected(secure(server, scheme));
            WireServer.Link link = server.link();
            link.send(WireServer.friendMessage("hi"));
            assertThat(this.client.listener.next(FriendMessage.class).message().text()).isEqualTo("hi");
            CompletableFuture<MessageReceipt> call = connection
                .call(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
            link.answer(link.command(), "{\"code\":0,\"msg\":\"success\",\"messageId\":7}");
            assertThat(call.get(10, TimeUnit.SECONDS).messageId()).isEqualTo(7);
            connection.close().get(10, TimeUnit.SECONDS);
        }
        finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void whenTheCertificateIsNotTrustedThenTheErrorSaysWhatToDoAndItIsTriedAgain() throws Exception {
        try (WireServer server = new WireServer(tls.getSocketFactory())) {
            assertFailure(this.client.failure(this.client.connect(secure(server, "wss"))),
                    "websocket-client.url");
            assertFailure(this.client.failure(this.client.connectByHttp(secure(server, "https"))), "http-client.url");
        }
    }

    @Test
    void whenTheServerDoesNotSpeakTlsThenTheErrorSaysSo() throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client
                .connect(URI.create("wss://localhost:" + server.url().getPort()));
            try (RawServer.Link link = server.link()) {
                link.write("HTTP/1.1 400 Bad Request\r\n\r\n");
                assertFailure(this.client.failure(attempt), "websocket-client.url");
            }
        }
    }

    private static void assertFailure(ConnectFailedException failure, String key) {
        assertThat(failure.getRetry()).isEqualTo(Retry.BACK_OFF);
        assertThat(failure).hasMessageContainingAll("cannot be reached", "speak TLS", "javax.net.ssl.trustStore",
                "ariadne.accounts.alice.mirai." + key);
    }

}
