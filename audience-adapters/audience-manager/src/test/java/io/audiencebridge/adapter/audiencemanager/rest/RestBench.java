// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.audiencebridge.adapter.audiencemanager.ScriptedApi;
import io.audiencebridge.adapter.audiencemanager.TestTokens;
import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.system.SystemId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A client of a scripted API, two things a page, at noon. */
final class RestBench implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final CallOptions OPTIONS =
            CallOptions.builder().correlationId("c-7").build();

    final ScriptedApi api = new ScriptedApi();
    private final HttpTransport transport = HttpTransport.to(
            SystemId.AUDIENCE_MANAGER, HttpSettings.builder().maxAttempts(1).build());
    final RestClient rest = new RestClient(transport, api.uri(), Caller.ims(new TestTokens()));
    final AudienceManagerClient client = new RestAudienceManager(rest, InstantSource.fixed(NOON), 2);

    RestBench() throws Exception {}

    RestBench answers(String line, int status, String body) {
        api.answers(line, status, body);
        return this;
    }

    /** The request arrives, and its answer is lost. */
    RestBench loses(String line) {
        api.answers(
                line,
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        return this;
    }

    /** What was sent to an address, in order. */
    List<JsonNode> bodies(String line) {
        return requests(line).stream()
                .map(request -> json(request.getBody().utf8()))
                .toList();
    }

    /** The queries of what was asked of an address, in order. */
    List<String> queries(String line) {
        return requests(line).stream()
                .map(request -> String.valueOf(request.getUrl().encodedQuery()))
                .toList();
    }

    List<String> lines() {
        return api.lines();
    }

    static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    public void close() {
        transport.close();
        api.close();
    }

    private List<RecordedRequest> requests(String line) {
        return api.requests().stream()
                .filter(request ->
                        line.equals(request.getMethod() + " " + request.getUrl().encodedPath()))
                .toList();
    }
}
