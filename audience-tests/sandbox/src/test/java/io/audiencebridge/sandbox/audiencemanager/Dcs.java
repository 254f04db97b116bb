// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A client of data collection that writes every byte itself: hosts and wrong encodings, which others refuse to send. */
final class Dcs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sandbox sandbox;
    private final String host;
    private final List<String> headers = new ArrayList<>();

    private Dcs(Sandbox sandbox, String host) {
        this.sandbox = sandbox;
        this.host = host;
    }

    /** Calls a host; empty calls without one. */
    static Dcs at(Sandbox sandbox, String host) {
        return new Dcs(sandbox, host);
    }

    /** Calls the company's own host. */
    static Dcs of(Sandbox sandbox) {
        return at(sandbox, "acme.demdex.net");
    }

    Dcs header(String line) {
        headers.add(line);
        return this;
    }

    /** An answer as it came. */
    record Reply(int status, List<String> headers, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        List<String> all(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        Optional<String> header(String name) {
            return all(name).stream().findFirst();
        }

        /** The codes of the errors, in their order. */
        List<Integer> errors() throws IOException {
            return json().path("errors").findValues("code").stream()
                    .map(JsonNode::asInt)
                    .toList();
        }

        String uuid() throws IOException {
            return json().path("uuid").asText();
        }
    }

    /** {@code /event} with an answer in JSON. */
    Reply event(String query) throws IOException {
        return get("/event?d_rtbd=json&" + query);
    }

    Reply get(String target) throws IOException {
        return send("GET " + target, "");
    }

    Reply post(String target, String form) throws IOException {
        return send("POST " + target, form);
    }

    private Reply send(String line, String body) throws IOException {
        StringBuilder request = new StringBuilder(line).append(host.isEmpty() ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
        if (!host.isEmpty()) {
            request.append("Host: ").append(host).append("\r\n");
        }
        headers.forEach(header -> request.append(header).append("\r\n"));
        if (!body.isEmpty()) {
            request.append("Content-Type: application/x-www-form-urlencoded\r\n");
        }
        request.append("Content-Length: ").append(body.length()).append("\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(sandbox.dcs().getHost(), sandbox.dcs().getPort())) {
            socket.getOutputStream().write((request + body).getBytes(StandardCharsets.UTF_8));
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    private static Reply read(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        List<String> head = List.of(answer.substring(0, end).split("\r\n", -1));
        int status = Integer.parseInt(head.get(0).split(" ", -1)[1]);
        return new Reply(status, head.subList(1, head.size()), answer.substring(end + 4));
    }
}
