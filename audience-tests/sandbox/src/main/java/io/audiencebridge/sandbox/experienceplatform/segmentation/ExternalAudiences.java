// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.people.Population;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code /data/core/ais/external-audience} in both of its descriptions. It reads no file: the audience comes without members. Guarded by the emulator's lock.
 * Source: experience-cloud.md, section 4.8. UNVERIFIED as a whole: the page is hidden.
 */
public final class ExternalAudiences implements Service {
    private static final int LONGEST = 90;

    private final Population people;
    private final Clock clock;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, ObjectNode> audiences = new LinkedHashMap<>();
    private final Map<String, Task> runs = new LinkedHashMap<>();

    /** What takes time, and the audience it is about. */
    private record Task(String id, String audience, Instant made) {}

    /** Adds audiences to these people's. */
    public ExternalAudiences(Population people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        String second = path.size() > 1 ? path.get(1) : "";
        return switch (request.method() + path.size()) {
            case "POST0" ->
                new Reply(
                        202,
                        Reply.object().put("operationId", made(request.object()).id()));
            case "POST1" -> submit(request, path.get(0));
            case "PATCH1" -> changed(path.get(0), request.object());
            case "GET2" -> task(path.get(0), second);
            case "POST2" -> run(path.get(0), second, request.object());
            case "GET3" -> runState(path.get(0), second, path.get(2));
            default -> throw Problem.unknownPath();
        };
    }

    private Reply submit(RestRequest request, String word) {
        if (!word.equals("submit")) {
            throw Problem.unknownPath();
        }
        Task task = made(request.object());
        ObjectNode echo = request.object().deepCopy();
        return new Reply(
                202, echo.put("taskId", task.id()).put("createdAt", task.made().toEpochMilli()));
    }

    private Task made(ObjectNode body) {
        if (body.path("name").asText().isBlank() || body.path("fields").isEmpty()) {
            throw SegmentationErrors.invalid("name and fields must be given");
        }
        boolean identity = body.path("fields").valueStream().anyMatch(field -> field.has("identityNs"));
        int days = body.path("ttlInDays").asInt(30);
        if (!identity || days < 1 || days > LONGEST) {
            throw SegmentationErrors.invalid(
                    "one field must have an identityNs, and ttlInDays must be 1 to " + LONGEST);
        }
        String audience = UUID.randomUUID().toString();
        people.add(audience, body.path("name").asText());
        audiences.put(audience, body.deepCopy());
        Task task = new Task(UUID.randomUUID().toString(), audience, clock.instant());
        tasks.put(task.id(), task);
        return task;
    }

    private Reply changed(String audience, ObjectNode body) {
        ObjectNode known = require(audience);
        for (String member : List.of("description", "labels", "fields", "ttlInDays")) {
            if (body.has(member)) {
                known.set(member, body.get(member));
            }
        }
        return Reply.ok(known.deepCopy().put("audienceId", audience));
    }

    private ObjectNode require(String audience) {
        ObjectNode known = audiences.get(audience);
        if (known == null) {
            throw SegmentationErrors.missing("External audience", audience);
        }
        return known;
    }

    private Reply task(String word, String id) {
        Task task = tasks.get(id);
        if (!List.of("task", "operations").contains(word)) {
            throw Problem.unknownPath();
        }
        if (task == null) {
            throw SegmentationErrors.missing("Task", id);
        }
        return Reply.ok(status(task).put(word.equals("task") ? "taskId" : "operationId", id));
    }

    private ObjectNode status(Task task) {
        boolean ended = JobPace.ended(task.made(), clock.instant());
        return Reply.object().put("audienceId", task.audience()).put("status", ended ? "SUCCESS" : "PROCESSING");
    }

    private Reply run(String audience, String word, ObjectNode body) {
        require(audience);
        if (!List.of("run", "runs").contains(word)) {
            throw Problem.unknownPath();
        }
        if (!body.path("dataFilterStartTime").isNumber()) {
            throw SegmentationErrors.invalid("dataFilterStartTime must be given");
        }
        boolean busy = runs.values().stream()
                .anyMatch(run -> run.audience().equals(audience) && !JobPace.ended(run.made(), clock.instant()));
        if (busy) {
            throw SegmentationErrors.invalid("Another run of the audience goes on");
        }
        Task run = new Task(UUID.randomUUID().toString(), audience, clock.instant());
        runs.put(run.id(), run);
        return Reply.ok(body.deepCopy().put("runId", run.id()).put("audienceId", audience));
    }

    private Reply runState(String audience, String word, String id) {
        Task run = runs.get(id);
        if (run == null || !word.equals("runs") || !run.audience().equals(audience)) {
            throw SegmentationErrors.missing("Run", id);
        }
        return Reply.ok(status(run).put("runId", id));
    }

    /** Forgets tasks and runs. */
    public void clear() {
        tasks.clear();
        audiences.clear();
        runs.clear();
    }
}
