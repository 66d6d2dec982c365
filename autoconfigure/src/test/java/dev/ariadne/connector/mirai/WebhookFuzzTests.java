package dev.ariadne.connector.mirai;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ariadne.LaunchStage;
import dev.ariadne.TestAriadne;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.mirai.web.WebhookDoor;
import dev.ariadne.event.ReceivedEvent;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is posted to a webhook is answered, and only an event of its account reaches the listener.
 * <p>
 * An input has the method on its first line, then a header on each line, an empty line, and the body.
 */
class WebhookFuzzTests {

    private static final String RIGHT = "X-Extra: [secret]\nqq: 10001\nContent-Type: application/json\n";

    static Stream<byte[]> requests() {
        String event = FuzzSeeds.friendMessage("{\"type\":\"Plain\",\"text\":\"a\"}");
        return Stream.concat(FuzzSeeds.events().stream().map((body) -> "POST\n" + RIGHT + "\n" + body),
                Stream.of("", "GET", "BREW\n\n", "POST\n\n" + event, "POST\n" + RIGHT,
                        "POST\n" + RIGHT.replace("secret", "Secret") + "\n" + event,
                        "POST\n" + RIGHT.replace("10001", "10002") + "\n" + event,
                        "POST\n" + RIGHT + "bot: 10002\n\n" + event, "POST\n" + RIGHT + "qq: 10001\n\n" + event,
                        "POST\n" + RIGHT + "Content-Encoding: gzip\n\n" + event,
                        "POST\n" + RIGHT + "Transfer-Encoding: chunked\nContent-Length: -1\n\n" + event,
                        "POST\n" + RIGHT.replace("json", "json; charset=\"UTF-8\" ") + "\n" + event,
                        "POST\n" + RIGHT.replace("application/json", "multipart/form-data; boundary=") + "\n--"))
            .map(FuzzSeeds::bytes);
    }

    @MethodSource("requests")
    @FuzzTest
    void whenAnythingIsPostedThenItIsAnsweredAndOnlyEventsAreTold(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        String[] head = ((end >= 0) ? text.substring(0, end) : text).split("\n", -1);
        String body = (end >= 0) ? text.substring(end + 2) : "";
        try (LogWatch log = new LogWatch()) {
            post(request(head, body.getBytes(StandardCharsets.ISO_8859_1)));
            log.assertNoSurprise();
        }
    }

    private static MockHttpServletRequest request(String[] head, byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest(head[0], "/hook/alice");
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            String value = head[i].substring(colon + 1).strip();
            String name = (colon >= 0) ? head[i].substring(0, colon) : "";
            if (name.equalsIgnoreCase("Content-Type")) {
                request.setContentType(value);
            }
            else if (!name.isBlank() && !name.equalsIgnoreCase("Accept-Language")) {
                request.addHeader(name, value);
            }
        }
        request.setContent(body);
        return request;
    }

    private static void post(MockHttpServletRequest request) {
        TestAriadne alice = new TestAriadne("alice", 10001);
        MiraiSettings.HttpServer link = new MiraiSettings.HttpServer("/hook/alice", Map.of("X-Extra", "secret"));
        RecordingListener listener = new RecordingListener();
        WebhookEndpoint endpoint = new WebhookEndpoint(alice, link);
        Connection connection = WebhookConnection.connect(new ConnectRequest(alice, new MiraiSettings("k", null, null,
                null, link), Duration.ofSeconds(1), Duration.ofSeconds(1), new ManualScheduler(), listener), endpoint,
                Runnable::run, null).join();
        int status = status(endpoint, request);
        List<Object> told = listener.rest();
        assertThat(status).isIn(204, 400, 403, 404, 405, 413, 415);
        assertThat(told.stream().filter(ReceivedEvent.class::isInstance)).hasSize((status == 204) ? 1 : 0);
        assertThat(status == 204 || told.isEmpty()).isTrue();
        if (status == 204) {
            assertThat(request.getMethod()).isEqualTo("POST");
            assertThat(Collections.list(request.getHeaders("X-Extra"))).containsAnyOf("secret", "[secret]");
        }
        alice.stage(LaunchStage.CLEANING);
        connection.close();
        assertThat(status(endpoint, request)).isEqualTo((status == 204 || isBroken(status, request)) ? 503 : status);
        assertThat(listener.rest()).isEmpty();
    }

    /** Tells whether it was the body that was refused. */
    private static boolean isBroken(int status, MockHttpServletRequest request) {
        return status == 400 && request.getHeader("qq") != null;
    }

    private static int status(WebhookEndpoint endpoint, MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockHttpServletRequest again = new MockHttpServletRequest(request.getMethod(), request.getRequestURI());
        Collections.list(request.getHeaderNames()).forEach((name) -> Collections.list(request.getHeaders(name))
            .forEach((value) -> again.addHeader(name, value)));
        again.setContentType(request.getContentType());
        again.setContent(request.getContentAsByteArray());
        new WebhookDoor().open(endpoint, again, response);
        return response.getStatus();
    }

}
