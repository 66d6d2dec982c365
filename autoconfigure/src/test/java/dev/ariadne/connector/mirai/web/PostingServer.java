package dev.ariadne.connector.mirai.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

import dev.ariadne.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a mirai-api-http does that posts to a webhook: the requests are those of a real server.
 */
final class PostingServer {

    private static final Set<String> SET_BY_CLIENT = Set.of("host", "connection", "content-length");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI uri;

    PostingServer(URI uri) {
        this.uri = uri;
    }

    /** Returns all recorded requests. */
    static List<JsonNode> recorded() {
        return ServedApplication.transcript("10-webhook.jsonl").stream()
            .flatMap((line) -> line.path("requests").valueStream()).toList();
    }

    /** Returns the recorded requests of one line. */
    static List<JsonNode> recorded(String name) {
        return ServedApplication.transcript("10-webhook.jsonl").stream()
            .filter((line) -> line.get("name").stringValue().equals(name))
            .flatMap((line) -> line.path("requests").valueStream()).toList();
    }

    /** Makes a request as it was recorded, and returns the status of the answer. */
    int post(JsonNode request) throws IOException, InterruptedException {
        return post(request, request.get("body").stringValue());
    }

    /** Makes a request with recorded headers and another body. */
    int post(JsonNode request, String body) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(this.uri).POST(HttpRequest.BodyPublishers.ofString(body));
        request.get("headers").propertyStream().filter((header) -> !SET_BY_CLIENT.contains(header.getKey()))
            .forEach((header) -> builder.header(header.getKey(), header.getValue().stringValue()));
        return this.client.send(builder.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    static String type(JsonNode request) {
        return Json.parse(request.get("body").stringValue()).get("type").stringValue();
    }

}
