// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server on a real socket that answers each address with what a test wrote for it, and 404 to all others. */
public final class ScriptedApi implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, List<MockResponse>> script = new LinkedHashMap<>();
    private final List<RecordedRequest> requests = new ArrayList<>();

    public ScriptedApi() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    /** Answers {@code line}, such as {@code GET /data/core/ups/audiences/1}; several answers come one after the other, the last one for ever. */
    public ScriptedApi answers(String line, int status, String body) {
        return answers(
                line,
                new MockResponse.Builder()
                        .code(status)
                        .body(body.replace('\'', '"'))
                        .build());
    }

    public synchronized ScriptedApi answers(String line, MockResponse answer) {
        script.computeIfAbsent(line, key -> new ArrayList<>()).add(answer);
        return this;
    }

    public URI uri() {
        return URI.create("http://" + server.getHostName() + ":" + server.getPort());
    }

    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Method and path of each request, in order. */
    public List<String> lines() {
        return requests().stream().map(ScriptedApi::line).toList();
    }

    public static Call call() {
        return Call.within("c-7", Duration.ofSeconds(30), System::nanoTime, Progress.SILENT);
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        requests.add(request);
        List<MockResponse> answers = script.getOrDefault(line(request), List.of());
        if (answers.isEmpty()) {
            return new MockResponse.Builder().code(404).body("{}").build();
        }
        return answers.size() == 1 ? answers.get(0) : answers.remove(0);
    }

    private static String line(RecordedRequest request) {
        return request.getMethod() + " " + request.getUrl().encodedPath();
    }
}
