// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.audiencebridge.domain.audience.Audience;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** LoyaltyHub on loopback, written from PROTOCOL.md and from nothing else: it knows neither the connector nor Audience Bridge. */
public final class HubEmulator implements AutoCloseable {
    private final HttpServer server;
    private final HubData data = new HubData();
    private final String apiKey;
    private final Deque<Integer> faults = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();

    private HubEmulator(HttpServer server, String apiKey) {
        this.server = server;
        this.apiKey = apiKey;
    }

    /** A hub that lets in whoever has the key. */
    public static HubEmulator start(String apiKey) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        HubEmulator hub = new HubEmulator(server, apiKey);
        server.createContext("/", hub::answer);
        server.start();
        return hub;
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it holds. */
    public HubData data() {
        return data;
    }

    /** The next requests are answered with these statuses, one each, and do nothing. */
    public synchronized void failNext(int... statuses) {
        for (int status : statuses) {
            faults.add(status);
        }
    }

    /** The methods and paths so far. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        byte[] body = exchange.getRequestBody().readAllBytes();
        HubAnswer answer;
        if (!apiKey.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"))) {
            answer = HubAnswer.status(401);
        } else if (!faults.isEmpty()) {
            answer = HubAnswer.status(faults.remove());
            exchange.getResponseHeaders().add("Retry-After", "0");
        } else {
            answer = new HubRequest(exchange.getRequestMethod(), exchange.getRequestURI(), body).answer(data);
        }
        byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
        answer.next().ifPresent(next -> exchange.getResponseHeaders().add("X-Next", next));
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(text);
        }
    }
}
