// SPDX-License-Identifier: Apache-2.0
package com.example.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The sandbox in its own process, by its control address; also the clock that everybody goes by. */
final class Emulators implements InstantSource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI control;
    private final JsonNode addresses;
    private Instant now;

    Emulators(URI control) throws IOException, InterruptedException {
        this.control = control;
        this.addresses = ask(HttpRequest.newBuilder(control).build());
        this.now = time(ask(HttpRequest.newBuilder(control.resolve("/clock")).build()));
    }

    String text(String name) {
        return addresses.required(name).asText();
    }

    URI address(String name) {
        return URI.create(text(name));
    }

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration time) throws IOException, InterruptedException {
        now = time(ask(HttpRequest.newBuilder(control.resolve("/clock"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"advance\":\"" + time + "\"}"))
                .build()));
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static Instant time(JsonNode answer) {
        return Instant.parse(answer.required("now").asText());
    }
}
