package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import dev.ariadne.AccountOfflineException;
import dev.ariadne.CallRejectedException;
import dev.ariadne.ConnectionLostException;
import dev.ariadne.InvalidCallException;
import dev.ariadne.UnsupportedCallException;
import dev.ariadne.call.CustomCall;
import dev.ariadne.call.FileCall;
import dev.ariadne.call.FileRef;
import dev.ariadne.call.MessageCall;
import dev.ariadne.connector.Connection;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.json.Json;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Calls that are made as HTTP requests.
 */
class HttpCallTests {

    private final MiraiClient client = new MiraiClient();

    private final HttpPeer peer = new HttpPeer();

    private final Connection connection;

    HttpCallTests() throws Exception {
        this.connection = this.client.connectByHttp(this.peer.url()).get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        this.client.close();
        this.peer.close();
    }

    private CompletableFuture<MessageReceipt> send(String text) {
        return this.connection.call(new MessageCall.SendFriendMessage(20001, MessageChain.of(text)));
    }

    private static <T> T result(CompletableFuture<T> call) throws Exception {
        return call.get(10, TimeUnit.SECONDS);
    }

    private static Throwable failure(CompletableFuture<?> call) {
        return Objects.requireNonNull(
                catchThrowableOfType(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS)).getCause());
    }

    private static String sent(int id) {
        return "{\"code\":0,\"msg\":\"success\",\"messageId\":" + id + "}";
    }

    @Test
    void whenSomethingIsToBeChangedThenItIsPostedAsJson() throws Exception {
        CompletableFuture<MessageReceipt> call = send("你好 🐱");
        HttpPeer.Request request = this.peer.next("/sendFriendMessage");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).isEqualTo(URI.create("/sendFriendMessage"));
        assertThat(request.header("sessionKey")).isEqualTo(HttpPeer.SESSION);
        assertThat(request.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(request.json()).isEqualTo(Json.parse(
                "{\"messageChain\":[{\"type\":\"Plain\",\"text\":\"你好 🐱\"}],\"target\":20001}"));
        request.answer(sent(6));
        assertThat(result(call)).isEqualTo(new MessageReceipt(20001, 6));
    }

    @Test
    void whenAParameterHasNoValueThenItIsPostedAsNull() throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("group", null);
        this.connection.call(CustomCall.action("roamingMessages", parameters));
        assertThat(this.peer.next("/roamingMessages").text()).isEqualTo("{\"group\":null}");
    }

    @Test
    void whenSomethingIsAskedForThenItsParametersAreAQuery() throws Exception {
        CompletableFuture<JsonNode> call = this.connection.call(CustomCall.query("file_list",
                Map.of("path", "/a b&c=ü", "ids", List.of(1, 2))));
        HttpPeer.Request request = this.peer.next("/file/list");
        assertThat(request.method()).isEqualTo("GET");
        assertThat(parameters(request.uri())).containsExactlyInAnyOrder("path=%2Fa+b%26c%3D%C3%BC",
                "ids=1", "ids=2");
        assertThat(request.body()).isEmpty();
        request.answer("{\"code\":0,\"msg\":\"\",\"data\":[]}");
        assertThat(result(call)).isEqualTo(Json.parse("{\"code\":0,\"msg\":\"\",\"data\":[]}"));
    }

    @Test
    void whenAQueryHasNoValueThenItIsLeftOut() throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("memberIds", null);
        this.connection.call(CustomCall.query("latestMemberList", parameters));
        assertThat(this.peer.next("/latestMemberList").uri()).isEqualTo(URI.create("/latestMemberList"));
    }

    @Test
    void whenAFileIsMovedToTheRootThenTheRootIsNamedByItsId() throws Exception {
        this.connection.call(new FileCall.MoveFile(40001, FileRef.ofId("/d6d8"), FileRef.root()));
        assertThat(this.peer.next("/file/move").json())
                .isEqualTo(Json.parse("{\"target\":40001,\"id\":\"/d6d8\",\"moveTo\":\"/\"}"));
    }

    static List<Arguments> commands() {
        List<Arguments> commands = new ArrayList<>();
        for (JsonNode line : Transcripts.lines("02-http-commands.jsonl")) {
            JsonNode request = line.path("request");
            String name = line.get("name").asString();
            boolean json = request.path("method").asString("").equals("GET")
                    || request.path("headers").path("Content-Type").asString("").equals("application/json");
            boolean ours = !name.matches("fetchMessage.*|underscore-path|trailing-slash|body\\..*");
            if (json && ours && !request.get("path").stringValue().startsWith("/release")) {
                commands.add(Arguments.of(name, request, line.get("response")));
            }
        }
        return commands;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void whenACommandIsOneThatARealServerHasAnsweredThenItsRequestIsTheSameAndItsAnswerIsUnderstood(String name,
            JsonNode recorded, JsonNode response) throws Exception {
        URI uri = URI.create(recorded.get("path").stringValue());
        boolean get = recorded.get("method").stringValue().equals("GET");
        ObjectNode content = get ? query(uri) : (ObjectNode) Json.parse(recorded.get("body").stringValue());
        content.remove("sessionKey");
        String command = uri.getPath().substring(1).replace('/', '_');
        CompletableFuture<JsonNode> call = ((HttpConnection) this.connection)
                .make(get ? Command.get(command, content, (data) -> data.json())
                        : Command.post(command, content, (data) -> data.json()));
        HttpPeer.Request request = this.peer.next(uri.getPath());
        assertThat(request.method()).isEqualTo(recorded.get("method").stringValue());
        assertThat(get ? query(request.uri()) : request.json()).isEqualTo(content);
        String body = response.get("body").stringValue();
        request.answer(response.get("status").intValue(), body);
        if (response.get("status").intValue() != 200) {
            assertThat(failure(call)).isInstanceOf(CallRejectedException.class);
        }
        else if (Json.parse(body).path("code").asInt(0) == 0) {
            assertThat(result(call)).isEqualTo(Json.parse(body));
        }
        else if (Json.parse(body).path("code").asInt() == 3) {
            assertThat(failure(call)).isInstanceOf(ConnectionLostException.class);
        }
        else {
            assertThat(((CallRejectedException) failure(call)).getCode())
                    .isEqualTo(Json.parse(body).get("code").asInt());
        }
    }

    private static List<String> parameters(URI uri) {
        String query = Objects.requireNonNullElse(uri.getRawQuery(), "");
        return Pattern.compile("&").splitAsStream(query).filter((parameter) -> !parameter.isEmpty()).toList();
    }

    private static ObjectNode query(URI uri) {
        ObjectNode query = Json.object();
        for (String parameter : parameters(uri)) {
            String[] parts = parameter.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @ParameterizedTest
    @CsvSource({ "404,dev.ariadne.UnsupportedCallException", "405,dev.ariadne.UnsupportedCallException",
        "413,dev.ariadne.InvalidCallException", "401,dev.ariadne.CallRejectedException",
        "502,dev.ariadne.connector.mirai.UnexpectedAnswerException" })
    void whenTheAnswerIsAnHttpErrorThenTheCallFailsAndTheLinkLives(int status, Class<?> type) throws Exception {
        CompletableFuture<MessageReceipt> call = send("hi");
        this.peer.next("/sendFriendMessage").answer(status, "");
        assertThat(failure(call)).isExactlyInstanceOf(type).hasMessageContaining("HTTP " + status);
        this.peer.poll().answer(HttpPeer.NONE);
        assertThat(this.client.listener.isQuiet()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html>", "", "{\"code\":0}", "[1]" })
    void whenTheAnswerIsNotUnderstoodThenTheCallSaysSo(String answer) throws Exception {
        CompletableFuture<MessageReceipt> call = send("hi");
        this.peer.next("/sendFriendMessage").answer(answer);
        assertThat(failure(call)).isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void whenTheAnswerIsTooLongThenTheCallSaysSo() throws Exception {
        CompletableFuture<MessageReceipt> call = send("hi");
        HttpPeer.Request request = this.peer.next("/sendFriendMessage");
        request.exchange().sendResponseHeaders(200, 0);
        byte[] megabyte = "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        while (!call.isDone()) {
            try {
                request.exchange().getResponseBody().write(megabyte);
            }
            catch (IOException ex) {
                break;
            }
        }
        assertThat(failure(call)).isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("more than 33554432 characters");
    }

    @Test
    void whenTheServerRefusesThenTheCallTellsItsCode() throws Exception {
        CompletableFuture<MessageReceipt> call = send("hi");
        this.peer.next("/sendFriendMessage").answer("{\"code\":400,\"msg\":\"无效参数\"}");
        assertThat(failure(call)).isInstanceOf(InvalidCallException.class).hasMessageContaining("无效参数");
    }

    @Test
    void whenNobodyListensAnyMoreThenACallWasNotSent() throws Exception {
        HttpPeer.Request poll = this.peer.poll();
        this.peer.close();
        // The reset of the poll may end the link before the call is made.
        Throwable failure = failure(send("hi"));
        assertThat(failure).isInstanceOfAny(AccountOfflineException.class, ConnectionLostException.class);
        assertThat(poll.path()).isEqualTo("/fetchMessage");
    }

    @Test
    void whenSixtyFourCallsAreMadeThenAllAreUnderWayAtOnceAndTheNextWaits() throws Exception {
        List<CompletableFuture<MessageReceipt>> calls = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            calls.add(send(Integer.toString(i)));
        }
        List<HttpPeer.Request> requests = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            requests.add(this.peer.next("/sendFriendMessage"));
        }
        Awaitility.await().during(Duration.ofMillis(200)).until(() -> this.peer.count("/sendFriendMessage") == 0);
        for (HttpPeer.Request request : requests) {
            request.answer(sent(number(request)));
        }
        HttpPeer.Request last = this.peer.next("/sendFriendMessage");
        last.answer(sent(number(last)));
        for (int i = 0; i < 65; i++) {
            assertThat(result(calls.get(i))).isEqualTo(new MessageReceipt(20001, i));
        }
    }

    private static int number(HttpPeer.Request request) {
        return Integer.parseInt(request.json().get("messageChain").get(0).get("text").stringValue());
    }

    @Test
    void whenACallIsCancelledBeforeItsTurnThenItIsNotSent() throws Exception {
        for (int i = 0; i < 64; i++) {
            send(Integer.toString(i));
        }
        CompletableFuture<MessageReceipt> cancelled = send("64");
        CompletableFuture<MessageReceipt> call = send("65");
        cancelled.cancel(true);
        Set<Integer> numbers = new HashSet<>();
        HttpPeer.Request first = this.peer.next("/sendFriendMessage");
        numbers.add(number(first));
        first.answer(sent(1));
        for (int i = 1; i < 65; i++) {
            numbers.add(number(this.peer.next("/sendFriendMessage")));
        }
        assertThat(numbers).contains(65).doesNotContain(64);
        assertThat(call).isNotDone();
    }

    @Test
    void whenACallIsCancelledThenItsRequestEndsAndTheLinkLives() throws Exception {
        try (RawServer server = new RawServer()) {
            CompletableFuture<Connection> attempt = this.client.connectByHttp(server.url());
            try (RawServer.Link first = server.link()) {
                Connection raw = open(first, attempt);
                CompletableFuture<MessageReceipt> call = raw
                        .call(new MessageCall.SendFriendMessage(20001, MessageChain.of("hi")));
                // The poll has taken the first connection.
                try (RawServer.Link second = server.link()) {
                    assertThat(second.head()).startsWith("POST /sendFriendMessage HTTP/1.1");
                    call.cancel(true);
                    assertThat(second.awaitEnd()).isTrue();
                }
                answer(first, HttpPeer.messages("a"));
                this.client.listener.next(FriendMessage.class);
            }
        }
    }

    private static Connection open(RawServer.Link link, CompletableFuture<Connection> attempt) throws Exception {
        request(link);
        answer(link, "{\"code\":0,\"session\":\"k7CvQ4K2\"}");
        request(link);
        answer(link, HttpPeer.OK);
        Connection connection = attempt.get(10, TimeUnit.SECONDS);
        assertThat(request(link)).startsWith("GET /fetchMessage?count=100 HTTP/1.1");
        return connection;
    }

    private static String request(RawServer.Link link) throws Exception {
        String head = link.head();
        head.lines().filter((line) -> line.startsWith("Content-Length: "))
                .forEach((line) -> link.skip(Integer.parseInt(line.substring("Content-Length: ".length()))));
        return head;
    }

    private static void answer(RawServer.Link link, String body) throws Exception {
        link.write("HTTP/1.1 200 OK\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                + body);
    }

    @Test
    void whenTheLinkIsClosedThenAllCallsFailAlsoThoseThatWait() {
        List<CompletableFuture<MessageReceipt>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(send(Integer.toString(i)));
        }
        this.connection.close();
        assertThat(calls).allSatisfy((call) -> assertThat(failure(call)).isInstanceOf(ConnectionLostException.class));
    }

    @Test
    void whenATextIsHalfASurrogatePairThenTheCallIsNotMade() {
        assertThat(failure(send("\ud83d"))).isInstanceOf(InvalidCallException.class)
                .hasMessageContaining("half of a surrogate pair");
        assertThat(failure(this.connection.call(CustomCall.query("about", Map.of("a", "\ud83d")))))
                .isInstanceOf(InvalidCallException.class);
        assertThat(this.peer.count("/sendFriendMessage")).isZero();
    }

    @Test
    void whenAContentIsNestedTooDeepThenTheCallIsNotMade() {
        assertThat(failure(this.connection
            .call(new MessageCall.SendFriendMessage(20001, HugeInputTests.tooDeep()))))
            .isInstanceOf(InvalidCallException.class).hasMessageContaining("nesting depth");
        assertThat(this.peer.count("/sendFriendMessage")).isZero();
    }

    @Test
    void whenACommandIsUnknownThenItIsUnsupported() throws Exception {
        CompletableFuture<JsonNode> call = this.connection.call(CustomCall.query("nope", Map.of()));
        this.peer.next("/nope").answer(404, "");
        assertThat(failure(call)).isInstanceOf(UnsupportedCallException.class);
    }

}
