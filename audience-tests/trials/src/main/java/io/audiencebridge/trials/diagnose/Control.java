// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** The control API of a sandbox, over HTTP: the only way in which set-ups are broken. JSON is written with single quotes here. */
final class Control {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    Control(URI address) {
        this.address = address;
    }

    /** Adds data, or changes what is there: {@code POST /seed}. */
    void seed(String json) throws IOException, InterruptedException {
        post("/seed", json);
    }

    /** Makes systems behave otherwise: {@code POST /settings}. */
    void settings(String json) throws IOException, InterruptedException {
        post("/settings", json);
    }

    /** Lets calls fail: {@code POST /faults}, in place of those in force. */
    void faults(String json) throws IOException, InterruptedException {
        post("/faults", json);
    }

    /** Lets time pass: {@code POST /clock}. */
    void advance(Duration by) throws IOException, InterruptedException {
        post("/clock", "{'advance':'" + by + "'}");
    }

    /** Back to the start: {@code POST /reset}. */
    void reset() throws IOException, InterruptedException {
        post("/reset", "{}");
    }

    /** The virtual time. */
    Instant now() throws IOException, InterruptedException {
        return Instant.parse(state().path("now").asText());
    }

    /** What is there: {@code GET /state}. */
    JsonNode state() throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(address.resolve("/state")).GET().build());
    }

    /** The recorded exchanges of a system: {@code GET /exchanges}. */
    JsonNode exchanges(String system) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(address.resolve("/exchanges?system=" + system))
                .GET()
                .build());
    }

    /** The number of the segment of a name. */
    String segment(String name) throws IOException, InterruptedException {
        for (JsonNode segment : state().path("segments")) {
            if (segment.path("name").asText().equals(name)) {
                return segment.path("sid").asText();
            }
        }
        throw new IOException("There is no segment '" + name + "'");
    }

    /** The rule of the segment of a name. */
    String rule(String name) throws IOException, InterruptedException {
        for (JsonNode segment : state().path("segments")) {
            if (segment.path("name").asText().equals(name)) {
                return segment.path("segmentRule").asText();
            }
        }
        throw new IOException("There is no segment '" + name + "'");
    }

    private void post(String path, String json) throws IOException, InterruptedException {
        var unused = sent(HttpRequest.newBuilder(address.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                .build());
    }

    private JsonNode sent(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(request.method() + " " + request.uri().getPath() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
