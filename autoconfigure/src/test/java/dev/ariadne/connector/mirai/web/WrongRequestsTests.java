package dev.ariadne.connector.mirai.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.ariadne.AccountStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand requests that are not what they should be.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class WrongRequestsTests {

    private static final int COUNT = 10_000;

    private static final String BODY = "{\"type\":\"FriendMessage\",\"messageChain\":[{\"type\":\"Source\",\"id\":1,"
            + "\"time\":1},{\"type\":\"Plain\",\"text\":\"forged\"}],\"sender\":{\"id\":20001,\"nickname\":\"A\","
            + "\"remark\":\"\"}}";

    private static final String RIGHT = "X-Extra: [extra-value]\r\nqq: 10001\r\nContent-Type: application/json\r\n";

    private static final String UPGRADE = String.join("\r\n", "Upgrade: websocket", "Connection: Upgrade",
            "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: Ge/SCb09ZrawG6YgWwCjiA==", "");

    /** Some of them make the server end the connection; they are made less often, each by a connection of its own. */
    private static List<Wrong> fatal() {
        String huge = "x".repeat(4 * 1024 * 1024 + 1);
        return List.of(post(413, RIGHT, huge),
                new Wrong(413, "POST /hook/alice HTTP/1.1\r\nHost: x\r\n" + RIGHT
                        + "Content-Length: 99999999999\r\n\r\n"),
                new Wrong(413, chunked(huge)),
                new Wrong(400, "POST /hook/alice HTTP/1.1\r\nHost: x\r\n" + RIGHT
                        + "Transfer-Encoding: chunked\r\n\r\nZZZ\r\nno chunk"));
    }

    private static String chunked(String body) {
        return "POST /hook/alice HTTP/1.1\r\nHost: x\r\n" + RIGHT + "Transfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    }

    private static List<Wrong> wrong() {
        List<Wrong> wrong = new ArrayList<>(List.of(
                // To the webhook: nothing, or not all, or not the right thing of what is required.
                post(403, "", BODY),
                post(403, "qq: 10001\r\nContent-Type: application/json\r\n", BODY),
                post(403, RIGHT.replace("extra-value", "extra-valuE"), BODY),
                post(403, RIGHT.replace("[extra-value]", ""), BODY),
                post(403, RIGHT.replace("[extra-value]", "[extra-value], [extra-value]"), BODY),
                post(403, RIGHT.replace("[extra-value]", "[[extra-value]]"), BODY),
                post(403, RIGHT.replace("extra-value", "x".repeat(4000)), BODY),
                post(400, RIGHT.replace("qq: 10001\r\n", ""), BODY),
                post(404, RIGHT.replace("10001", "10002"), BODY),
                post(404, RIGHT.replace("10001", "010001"), BODY),
                post(404, RIGHT + "bot: 10002\r\n", BODY),
                post(404, RIGHT.replace("10001", "bot"), BODY),
                post(415, RIGHT.replace("application/json", "text/plain"), BODY),
                post(415, RIGHT.replace("Content-Type: application/json\r\n", ""), BODY),
                post(415, RIGHT.replace("application/json", "application/json; charset=utf-16"), BODY),
                post(415, RIGHT.replace("application/json", "application/x-www-form-urlencoded"), "a=b"),
                post(415, RIGHT.replace("application/json", "multipart/form-data; boundary=x"), "--x--"),
                post(415, RIGHT + "Content-Encoding: gzip\r\n", BODY),
                post(400, RIGHT, ""),
                post(400, RIGHT, "{"),
                post(400, RIGHT, "null"),
                post(400, RIGHT, "[]"),
                post(400, RIGHT, "{}"),
                post(400, RIGHT, "{\"type\":7}"),
                post(400, RIGHT, "{\"type\":\"FriendMessage\"}"),
                post(400, RIGHT, "{\"type\":\"FriendMessage\",\"messageChain\":{},\"sender\":[]}"),
                post(400, RIGHT, "[".repeat(20_000)),
                post(400, RIGHT, "\0\1\2\r\n\r\nGET / HTTP/1.1\r\n\r\n"),
                post(400, RIGHT, "{\"type\":\"\u00ff\u00fe\"}"),
                request(405, "GET", "/hook/alice", RIGHT, ""),
                request(405, "PUT", "/hook/alice", RIGHT, BODY),
                request(405, "DELETE", "/hook/alice", RIGHT, ""),
                request(405, "BREW", "/hook/alice", RIGHT, BODY),
                request(404, "POST", "/hook/alice/", RIGHT, BODY),
                request(404, "POST", "/hook/bob", RIGHT, BODY),
                request(404, "POST", "/hook/alice;x=y", RIGHT, BODY),
                request(404, "POST", "/hook/%61lice", RIGHT, BODY),
                // To the reverse WebSocket.
                request(403, "GET", "/mirai/bob", UPGRADE, ""),
                request(403, "GET", "/mirai/bob?pk=pv", UPGRADE, ""),
                request(403, "GET", "/mirai/bob", UPGRADE + "hk: hv\r\n", ""),
                request(403, "GET", "/mirai/bob?pk=PV", UPGRADE + "hk: hv\r\n", ""),
                request(403, "GET", "/mirai/bob?pk=pv", UPGRADE + "hk: hvv\r\n", ""),
                request(403, "GET", "/mirai/bob?pk", UPGRADE + "hk: hv\r\n", ""),
                request(400, "GET", "/mirai/bob?pk=pv", "hk: hv\r\n", ""),
                request(400, "GET", "/mirai/bob?pk=pv", "hk: hv\r\n" + UPGRADE.replace("Upgrade: websocket\r\n", ""),
                        ""),
                request(400, "GET", "/mirai/bob?pk=pv", "hk: hv\r\n" + UPGRADE.replace("13", "12"), ""),
                request(400, "GET", "/mirai/bob?pk=pv", "hk: hv\r\n" + UPGRADE.replace("Ge/S", ""), ""),
                request(405, "POST", "/mirai/bob?pk=pv", "hk: hv\r\n" + UPGRADE, "pk=pv"),
                request(405, "HEAD", "/mirai/bob?pk=pv", "hk: hv\r\n" + UPGRADE, "")));
        return wrong;
    }

    private static Wrong post(int status, String headers, String body) {
        return request(status, "POST", "/hook/alice", headers, body);
    }

    private static Wrong request(int status, String method, String uri, String headers, String body) {
        return new Wrong(status, method + " " + uri + " HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void whenRequestsAreWrongThenEachIsRefusedRightlyAndNoListenerIsTold(CapturedOutput output) throws Exception {
        try (ServedApplication application = ServedApplication.run(both())) {
            application.awaitStatus(AccountStatus.ONLINE);
            application.recorder.lifecycle.clear();
            List<Wrong> wrong = wrong();
            refuse(application, wrong, wrong.size() * 10);
            refuseFatal(application);
            int threads = Thread.activeCount();
            long used = usedMemory();
            refuse(application, wrong, COUNT);
            refuseFatal(application);
            assertThat(application.recorder.received).isEmpty();
            assertThat(application.recorder.lifecycle).doesNotContain("AccountOfflineEvent");
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 4);
            assertThat(usedMemory() - used).isLessThan(8 * 1024 * 1024);
        }
        assertThat(output.getOut().lines().filter((line) -> line.contains("refused"))).hasSizeLessThan(10)
            .anySatisfy((line) -> assertThat(line).contains("'X-Extra'"))
            .anySatisfy((line) -> assertThat(line).contains("dials no more until its restart"));
        assertThat(output.getOut()).doesNotContain("extra-value");
    }

    private static String[] both() {
        return ServedApplication.webhook("default-account=alice", "accounts.bob.id=10002",
                "accounts.bob.mirai.verify-key=k", "accounts.bob.mirai.websocket-server.path=/mirai/bob",
                "accounts.bob.mirai.websocket-server.params.pk=pv",
                "accounts.bob.mirai.websocket-server.headers.hk=hv");
    }

    private static void refuse(ServedApplication application, List<Wrong> wrong, int count) throws IOException {
        Client client = new Client(application.port());
        try {
            for (int i = 0; i < count; i++) {
                Wrong request = wrong.get(i % wrong.size());
                assertThat(client.statusOf(request)).as(request.start()).isEqualTo(request.status());
                if (client.isClosed) {
                    client.close();
                    client = new Client(application.port());
                }
            }
        }
        finally {
            client.close();
        }
    }

    private static void refuseFatal(ServedApplication application) throws IOException {
        for (Wrong fatal : fatal()) {
            try (Client client = new Client(application.port())) {
                assertThat(client.statusOf(fatal)).as(fatal.start()).isEqualTo(fatal.status());
            }
        }
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void whenWhatComesByTheWebSocketIsGarbageThenNoListenerIsToldAndTheLinkEndsOrLives() throws Exception {
        try (ServedApplication application = ServedApplication.run(ServedApplication.reverse("connect.timeout=1s"))) {
            List<byte[]> garbage = Stream.of("GET / HTTP/1.1\r\n\r\n", "\0".repeat(50), "\u0081\u0085\1\2\3\4garbage",
                    "\u00ff".repeat(200), "\u0081\u00ff\u007f\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
                    "\u0081\5hello",
                    "\u0088\u0080\0\0\0\0", "\u0089\u00fe").map((text) -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
            for (int i = 0; i < 80; i++) {
                try (Client client = new Client(application.port())) {
                    assertThat(client.statusOf(request(101, "GET", "/mirai/alice?pk=pv", UPGRADE + "hk: hv\r\n", "")))
                        .isEqualTo(101);
                    client.send(garbage.get(i % garbage.size()));
                }
            }
            try (DiallingServer server = DiallingServer.dial(application.uri("/mirai/alice"))) {
                server.answer(DiallingServer.ACCEPTED);
                application.awaitStatus(AccountStatus.ONLINE);
                server.send("garbage");
                server.send("{\"syncId\":\"-1\",\"data\":{\"type\":\"FriendMessage\"}}");
                server.send("{\"syncId\":\"9999\",\"data\":{}}");
                server.send("{\"code\":400}");
                server.send(DiallingServer.frame("events", 0));
                application.recorder.next();
                assertThat(application.recorder.received).isEmpty();
            }
        }
    }

    /**
     * A request and what is to be answered.
     */
    private record Wrong(int status, String text) {

        String start() {
            return this.text.substring(0, Math.min(this.text.length(), 300));
        }

    }

    /** Speaks just enough HTTP. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;

        private boolean isClosed;

        Client(int port) throws IOException {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            this.socket.setSoTimeout(10_000);
            this.socket.setTcpNoDelay(true);
        }

        int statusOf(Wrong request) throws IOException {
            try {
                send(request.text().getBytes(StandardCharsets.ISO_8859_1));
            }
            catch (IOException ex) {
                // The server may answer and close before it has read all.
                this.isClosed = true;
            }
            String head = head();
            if (!head.contains("Content-Length: 0") && !head.startsWith("HTTP/1.1 101")) {
                this.isClosed = true;
            }
            this.isClosed |= head.contains("Connection: close");
            return Integer.parseInt(head.substring(9, 12));
        }

        void send(byte[] bytes) throws IOException {
            OutputStream output = this.socket.getOutputStream();
            output.write(bytes);
            output.flush();
        }

        private String head() throws IOException {
            InputStream input = this.socket.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int last = 0;
            for (int next = input.read(); next >= 0; next = input.read()) {
                head.write(next);
                last = (last << 8) | next;
                if (last == 0x0d0a0d0a) {
                    break;
                }
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            this.socket.close();
        }

    }

}
