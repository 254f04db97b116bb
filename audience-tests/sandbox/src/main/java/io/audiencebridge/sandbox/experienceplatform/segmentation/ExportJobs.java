// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code /export/jobs}: they write to a dataset inside Platform, which nobody can see from outside. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.8 and P13. */
final class ExportJobs implements Service {
    private static final int USUAL = 100;

    private final Clock clock;
    private final Map<Integer, ObjectNode> all = new LinkedHashMap<>();
    private final Map<Integer, Instant> made = new LinkedHashMap<>();
    private int last = 1_000;

    ExportJobs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        return switch (request.method() + path.size()) {
            case "GET0" -> list(request);
            case "POST0" -> Reply.ok(shown(add(request.object())));
            case "GET1" -> Reply.ok(shown(require(path.get(0))));
            case "DELETE1" -> {
                int id = require(path.get(0));
                all.remove(id);
                made.remove(id);
                yield Reply.ok(
                        Reply.object().put("status", true).put("message", "Export job has been marked for cancelling"));
            }
            default -> throw Problem.unknownPath();
        };
    }

    private int add(ObjectNode body) {
        if (body.path("destination").path("datasetId").asText().isEmpty()) {
            throw SegmentationErrors.invalid("destination.datasetId must be given");
        }
        last++;
        all.put(last, body.deepCopy());
        made.put(last, clock.instant());
        return last;
    }

    private int require(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .filter(all::containsKey)
                .orElseThrow(() -> SegmentationErrors.missing("Export job", id));
    }

    private ObjectNode shown(int id) {
        Instant start = Objects.requireNonNull(made.get(id));
        ObjectNode view = Objects.requireNonNull(all.get(id)).deepCopy();
        view.put("id", id)
                .put("jobType", "BATCH")
                .put("status", JobPace.status(start, clock.instant()))
                .put("creationTime", start.toEpochMilli());
        view.putArray("errors");
        ObjectNode metrics = view.putObject("metrics");
        metrics.putObject("totalTime").put("startTimeInMs", start.toEpochMilli());
        metrics.putObject("profileExportTime");
        metrics.putObject("aCPDatasetWriteTime");
        return view;
    }

    private Reply list(RestRequest request) {
        List<ObjectNode> jobs = new ArrayList<>(all.keySet())
                .stream()
                        .map(this::shown)
                        .filter(job -> request.value("status")
                                .map(status -> job.path("status").asText().equals(status))
                                .orElse(true))
                        .toList();
        int from = Math.min(request.count("offset", 0), jobs.size());
        int limit = Math.max(1, request.count("limit", USUAL));
        int to = Math.min(from + limit, jobs.size());
        ObjectNode list = Reply.object();
        ArrayNode records = list.putArray("records");
        jobs.subList(from, to).forEach(records::add);
        list.putObject("page")
                .put("sortField", "createdTime")
                .put("sort", "desc")
                .put("pageOffset", Integer.toString(from))
                .put("pageSize", Integer.toString(to - from));
        ObjectNode link = list.putObject("link");
        if (to < jobs.size()) {
            link.put("next", "/export/jobs/?limit=" + limit + "&offset=" + to);
        }
        return Reply.ok(list);
    }

    void clear() {
        all.clear();
        made.clear();
        last = 1_000;
    }
}
