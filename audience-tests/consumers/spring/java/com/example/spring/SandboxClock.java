// SPDX-License-Identifier: Apache-2.0
package com.example.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;

/** The sandbox's virtual time, asked each time. */
final class SandboxClock implements InstantSource {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI clock;

    SandboxClock(String control) {
        clock = URI.create(control).resolve("/clock");
    }

    @Override
    public Instant instant() {
        try {
            String answer = http.send(HttpRequest.newBuilder(clock).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return Instant.parse(answer.replaceAll(".*\"now\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
