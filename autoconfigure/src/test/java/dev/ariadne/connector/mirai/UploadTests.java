package dev.ariadne.connector.mirai;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.ariadne.CallRejectedException;
import dev.ariadne.AccountOfflineException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.SessionGoneException;
import dev.ariadne.UnreadableContentException;
import dev.ariadne.UnsupportedCallException;
import dev.ariadne.call.Content;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.json.Json;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Files that are uploaded, alone and beside a WebSocket.
 */
class UploadTests {

    private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, (byte) 0xff };

    private static final String UPLOADED = "{\"imageId\":\"{F829B914-FC47-CFC9-C074-7C119C27CF1B}.png\",\"url\":\"\"}";

    private final MiraiClient client = new MiraiClient();

    private final HttpPeer peer = new HttpPeer();

    private final HttpConnection connection;

    UploadTests() throws Exception {
        this.connection = (HttpConnection) this.client.connectByHttp(this.peer.url()).get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        this.client.close();
        this.peer.close();
    }

    private static Command<JsonNode> upload(FilePart... files) {
        return Command.upload("uploadImage", Json.object().put("type", "group").putNull("url").put("target", 40001),
                List.of(files), (data) -> data.json());
    }

    private static Command<JsonNode> image(Content content) {
        return upload(new FilePart("img", "a.png", content));
    }

    private static Throwable failure(CompletableFuture<?> call) {
        return Objects.requireNonNull(
                catchThrowableOfType(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS)).getCause());
    }

    private static byte[] expected(String boundary, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\ngroup\r\n"
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"target\"\r\n\r\n40001\r\n"
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"img\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static String boundary(HttpPeer.Request request) {
        String type = request.header("Content-Type");
        assertThat(type).startsWith("multipart/form-data; boundary=");
        return type.substring("multipart/form-data; boundary=".length());
    }

    @Test
    void whenAnImageIsUploadedThenItsFieldsComeBeforeItByteByByte() throws Exception {
        CompletableFuture<JsonNode> call = this.connection.make(image(Content.of(PNG)));
        HttpPeer.Request request = this.peer.next("/uploadImage");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("sessionKey")).isEqualTo(HttpPeer.SESSION);
        assertThat(request.body()).isEqualTo(expected(boundary(request), "a.png", PNG));
        assertThat(request.header("Content-Length")).isEqualTo(Integer.toString(request.body().length));
        request.answer(UPLOADED);
        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(Json.parse(UPLOADED));
    }

    @Test
    void whenANameHasWhatEndsAQuotedTextThenItIsEncoded() throws Exception {
        this.connection.make(upload(new FilePart("img", "a\"b\r\nc;é%你.png", Content.of(PNG))));
        HttpPeer.Request request = this.peer.next("/uploadImage");
        assertThat(request.body()).isEqualTo(expected(boundary(request), "a%22b%0D%0Ac;é%你.png", PNG));
    }

    @Test
    void whenThereAreTwoFilesThenBothAreSent() throws Exception {
        this.connection.make(Command.upload("uploadShortVideo", Json.object(),
                List.of(new FilePart("thumbnail", "t.png", Content.of(PNG)),
                        new FilePart("video", "v.mp4", Content.of(new byte[0]))), (data) -> data));
        String text = new String(this.peer.next("/uploadShortVideo").body(), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("name=\"thumbnail\"; filename=\"t.png\"", "name=\"video\"; filename=\"v.mp4\"");
    }

    @Test
    void whenAFileIsLargeThenItIsSentPieceByPieceFromDisk(@TempDir Path folder) throws Exception {
        byte[] bytes = new byte[5_000_001];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("a.png"), bytes);
        this.connection.make(image(Content.of(file)));
        HttpPeer.Request request = this.peer.next("/uploadImage");
        assertThat(request.body()).isEqualTo(expected(boundary(request), "a.png", bytes));
    }

    @Test
    void whenTheLengthIsUnknownThenTheBodyIsSentInChunks() throws Exception {
        this.connection.make(image(new Told(-1, new ByteArrayInputStream(PNG))));
        HttpPeer.Request request = this.peer.next("/uploadImage");
        assertThat(request.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(request.body()).isEqualTo(expected(boundary(request), "a.png", PNG));
    }

    @Test
    void whenTheContentIsShorterThanToldThenTheCallSaysSo() throws Exception {
        Told content = new Told(11, new ByteArrayInputStream(PNG));
        assertThat(failure(this.connection.make(image(content)))).isInstanceOf(UnreadableContentException.class)
                .hasMessageContaining("a.png ends after 10 of 11 bytes");
        content.awaitClosed();
    }

    @Test
    void whenTheContentIsLongerThanToldThenTheCallSaysSo() throws Exception {
        Told content = new Told(9, new ByteArrayInputStream(PNG));
        assertThat(failure(this.connection.make(image(content)))).isInstanceOf(UnreadableContentException.class)
                .hasMessageContaining("a.png has more bytes than the 9");
        content.awaitClosed();
    }

    @Test
    void whenTheFileDoesNotExistThenTheCallSaysSoAndTheLinkLives(@TempDir Path folder) throws Exception {
        Throwable failure = failure(this.connection.make(image(Content.of(folder.resolve("none.png")))));
        assertThat(failure).isInstanceOf(UnreadableContentException.class).hasMessageContaining("a.png cannot be read");
        assertThat(failure.getCause()).isInstanceOf(NoSuchFileException.class);
        this.peer.poll().answer(HttpPeer.NONE);
        assertThat(this.client.listener.isQuiet()).isTrue();
        assertThat(this.peer.count("/uploadImage")).isZero();
    }

    @Test
    void whenTheContentFailsToOpenOrToReadThenTheCallSaysSo() throws Exception {
        Content closed = new Content() {

            @Override
            public long length() {
                return 10;
            }

            @Override
            public InputStream open() {
                throw new IllegalStateException("a bug");
            }

        };
        assertThat(failure(this.connection.make(image(closed)))).isInstanceOf(UnreadableContentException.class)
                .hasMessageContaining("a.png cannot be read: a bug");
        Told broken = new Told(-1, new FilterInputStream(new ByteArrayInputStream(PNG)) {

            private boolean broken;

            @Override
            public int read(byte[] bytes, int offset, int size) throws IOException {
                if (this.broken) {
                    throw new IOException("the disk is gone");
                }
                this.broken = true;
                return super.read(bytes, offset, size);
            }

        });
        assertThat(failure(this.connection.make(image(broken)))).isInstanceOf(UnreadableContentException.class)
                .hasMessageContaining("the disk is gone");
        broken.awaitClosed();
    }

    @Test
    void whenContentsAreStuckThenCallsAndEventsGoOnAndACancelledOneIsClosed() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger reading = new AtomicInteger();
        Told stuck = new Told(-1, new FilterInputStream(new ByteArrayInputStream(PNG)) {

            @Override
            public int read(byte[] bytes, int offset, int size) throws IOException {
                reading.incrementAndGet();
                try {
                    release.await();
                }
                catch (InterruptedException ex) {
                    throw new IOException(ex);
                }
                return super.read(bytes, offset, size);
            }

        });
        CompletableFuture<JsonNode> call = this.connection.make(image(stuck));
        for (int i = 0; i < 20; i++) {
            this.connection.make(image(new Told(-1, stuck.input)));
        }
        Awaitility.await().until(() -> reading.get() == 21);
        CompletableFuture<JsonNode> other = this.connection.make(image(Content.of(PNG)));
        this.peer.next("/uploadImage").answer(UPLOADED);
        other.get(10, TimeUnit.SECONDS);
        this.peer.poll().answer(HttpPeer.messages("a"));
        this.client.listener.next(FriendMessage.class);
        call.cancel(true);
        release.countDown();
        stuck.awaitClosed();
    }

    @Test
    void whenTheServerRefusesThenTheCallTellsItsCode() throws Exception {
        CompletableFuture<JsonNode> call = this.connection.make(image(Content.of(PNG)));
        this.peer.next("/uploadImage").answer("{\"code\":500,\"msg\":\"图片上传错误\"}");
        assertThat(failure(call)).isInstanceOf(CallRejectedException.class).hasMessageContaining("图片上传错误");
    }

    @Test
    void whenClosedDuringAnUploadThenItFailsAndItsFileIsClosed() throws Exception {
        byte[] bytes = new byte[5_000_000];
        Told content = new Told(bytes.length, new ByteArrayInputStream(bytes));
        try (RawServer server = new RawServer()) {
            HttpConnection raw = raw(server);
            CompletableFuture<JsonNode> call = raw.make(image(content));
            try (RawServer.Link link = server.link()) {
                link.head();
                content.awaitOpened();
                raw.close();
                assertThat(failure(call)).isInstanceOf(ConnectionLostException.class);
                assertThat(link.awaitEnd()).isTrue();
                content.awaitClosed();
            }
        }
    }

    /** Returns a connection that carries calls only. */
    private HttpConnection raw(RawServer server) {
        HttpRequests requests = new HttpRequests(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).build(), server.url(), Runnable::run,
                (action) -> new Thread(action).start());
        return new HttpConnection(new ConnectRequest(this.client.ariadne,
                MiraiSettings.of(MiraiClient.KEY), MiraiClient.TIMEOUT, MiraiClient.HEARTBEAT, this.client.scheduler,
                this.client.listener), new HttpSession(requests, "k7CvQ4K2", this.client.scheduler),
                new SessionReleases(), HttpConnection.Mode.CALLS);
    }

    @Test
    void whenNobodyListensAnyMoreThenAConnectionForCallsIsLost() throws Exception {
        HttpConnection calls;
        try (RawServer server = new RawServer()) {
            calls = raw(server);
            calls.start();
        }
        assertThat(failure(calls.make(image(Content.of(PNG))))).isInstanceOf(AccountOfflineException.class)
                .hasMessageContaining("http-client.url");
        RecordingListener.Other told = this.client.listener.next(RecordingListener.Other.class);
        assertThat(told.what()).isEqualTo("lost");
        calls.close().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whenThereIsAWebSocketThenUploadsAreMadeWithItsSession() throws Exception {
        try (WireServer server = new WireServer()) {
            MiraiConnection beside = (MiraiConnection) this.client.connect(new MiraiSettings(MiraiClient.KEY,
                    new MiraiSettings.WebSocketClient(server.url()), new MiraiSettings.HttpClient(this.peer.url()),
                    null, null)).get(10, TimeUnit.SECONDS);
            CompletableFuture<JsonNode> call = beside.make(image(Content.of(PNG)));
            HttpPeer.Request request = this.peer.next("/uploadImage");
            assertThat(request.header("sessionKey")).isEqualTo("c2Yh46vC");
            request.answer(UPLOADED);
            assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(Json.parse(UPLOADED));
            CompletableFuture<JsonNode> lost = beside.make(image(Content.of(PNG)));
            this.peer.next("/uploadImage");
            beside.close();
            assertThat(failure(lost)).isInstanceOf(ConnectionLostException.class);
        }
    }

    @Test
    void whenTheSessionOfTheWebSocketIsGoneThenTheCallFailsAndTheWebSocketIsAskedWhetherThatIsTrue() throws Exception {
        try (WireServer server = new WireServer()) {
            MiraiConnection beside = (MiraiConnection) this.client.connect(new MiraiSettings(MiraiClient.KEY,
                    new MiraiSettings.WebSocketClient(server.url()), new MiraiSettings.HttpClient(this.peer.url()),
                    null, null)).get(10, TimeUnit.SECONDS);
            CompletableFuture<JsonNode> call = beside.make(image(Content.of(PNG)));
            this.peer.next("/uploadImage").answer("{\"code\":3,\"msg\":\"Session失效或不存在\"}");
            assertThat(failure(call)).isInstanceOf(SessionGoneException.class);
            assertThat(server.link().command().get("command").stringValue()).isEqualTo("sessionInfo");
        }
    }

    @Test
    void whenThereIsAWebSocketOnlyThenItIsSaidWhatToConfigure() throws Exception {
        try (WireServer server = new WireServer()) {
            Connection alone = this.client.connect(new MiraiSettings(MiraiClient.KEY,
                    new MiraiSettings.WebSocketClient(server.url()), null, null, null)).get(10, TimeUnit.SECONDS);
            CompletableFuture<JsonNode> call = ((MiraiConnection) alone).make(image(Content.of(PNG)));
            assertThat(call).isDone();
            assertThat(failure(call)).isInstanceOf(UnsupportedCallException.class)
                    .hasMessageContaining("ariadne.accounts.alice.mirai.http-client");
        }
    }

    /** A content that says how long it is, and tells whether it was closed. */
    private static final class Told implements Content {

        private final long length;

        private final InputStream input;

        private final CountDownLatch opened = new CountDownLatch(1);

        private final CountDownLatch closed = new CountDownLatch(1);

        Told(long length, InputStream input) {
            this.length = length;
            this.input = input;
        }

        @Override
        public long length() {
            return this.length;
        }

        @Override
        public InputStream open() {
            this.opened.countDown();
            return new FilterInputStream(this.input) {

                @Override
                public void close() {
                    Told.this.closed.countDown();
                }

            };
        }

        void awaitOpened() throws InterruptedException {
            assertThat(this.opened.await(10, TimeUnit.SECONDS)).isTrue();
        }

        void awaitClosed() throws InterruptedException {
            assertThat(this.closed.await(10, TimeUnit.SECONDS)).isTrue();
        }

    }

}
