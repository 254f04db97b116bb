// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.system.SystemId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** A server on a real socket and a transport whose pauses are noted instead of waited for, without jitter. */
final class Bench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final HttpBody BODY = HttpBody.bytes("text/plain", "hello".getBytes(StandardCharsets.UTF_8));
    final MockWebServer server = new MockWebServer();
    final List<Duration> pauses = new ArrayList<>();

    /** Always the least: no jitter. */
    static final RandomGenerator LEAST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return 0;
        }
    };

    Bench() throws Exception {
        server.start();
    }

    HttpTransport transport(HttpSettings settings) {
        return transport(settings, (length, call) -> {
            pauses.add(length);
            return call.check();
        });
    }

    HttpTransport transport(HttpSettings settings, Pause pause) {
        var backoff = new Backoff(Clock.fixed(NOW, ZoneOffset.UTC), LEAST);
        return new HttpTransport(SystemId.CAMPAIGN, settings, backoff, pause);
    }

    URI uri(String path) {
        return server.url(path).uri();
    }

    void answers(int status, String... headerAndValue) {
        var response = new MockResponse.Builder().code(status).body("body of " + status);
        for (int i = 0; i < headerAndValue.length; i += 2) {
            response.setHeader(headerAndValue[i], headerAndValue[i + 1]);
        }
        server.enqueue(response.build());
    }

    static Call call(Duration limit) {
        return Call.within("c-7", limit, System::nanoTime, Progress.SILENT);
    }

    static Call call() {
        return call(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        server.close();
    }
}
