// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.people.Audience;
import io.audiencebridge.sandbox.experienceplatform.people.Membership;
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

/** {@code /segment/jobs}: they evaluate nothing, as the sandbox's audiences are told who is in them, but take their time and count. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.8. */
final class SegmentJobs implements Service {
    private final Population people;
    private final Clock clock;
    private final Map<String, Job> all = new LinkedHashMap<>();

    private record Job(String id, Instant made, List<String> segments) {}

    SegmentJobs(Population people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        return switch (request.method() + path.size()) {
            case "GET0" -> list();
            case "POST0" -> Reply.ok(view(made(request.body())));
            case "GET1" -> Reply.ok(view(require(path.get(0))));
            case "DELETE1" -> {
                all.remove(require(path.get(0)).id());
                yield Reply.ok(Reply.object()
                        .put("status", true)
                        .put("message", "Segment job with id '" + path.get(0) + "' has been marked for cancelling"));
            }
            default -> throw Problem.unknownPath();
        };
    }

    private Job made(JsonNode body) {
        List<String> segments = body.valueStream()
                .map(segment -> segment.path("segmentId").asText())
                .toList();
        if (!body.isArray() || segments.isEmpty()) {
            throw SegmentationErrors.invalid("The body must be an array of segments");
        }
        for (String segment : segments) {
            if (people.find(segment).isEmpty()) {
                throw SegmentationErrors.missing("Segment definition", segment);
            }
        }
        Job job = new Job(UUID.randomUUID().toString(), clock.instant(), segments);
        all.put(job.id(), job);
        return job;
    }

    private Job require(String id) {
        Job job = all.get(id);
        if (job == null) {
            throw SegmentationErrors.missing("Segment job", id);
        }
        return job;
    }

    private Reply list() {
        ObjectNode list = Reply.object();
        ArrayNode children = list.putArray("children");
        all.values().forEach(job -> children.add(view(job)));
        list.putObject("_page").put("totalCount", all.size()).put("pageSize", all.size());
        return Reply.ok(list);
    }

    private ObjectNode view(Job job) {
        ObjectNode view = Reply.object()
                .put("id", job.id())
                .put("status", JobPace.status(job.made(), clock.instant()))
                .put("creationTime", job.made().toEpochMilli());
        ArrayNode segments = view.putArray("segments");
        job.segments().forEach(id -> segments.addObject().put("segmentId", id));
        if (JobPace.ended(job.made(), clock.instant())) {
            counted(job, view.putObject("segmentedProfileByStatusCounter"));
        }
        return view;
    }

    /** Existing are those who were in it before the job was made. */
    private void counted(Job job, ObjectNode counter) {
        List<Membership> memberships = job.segments().stream()
                .flatMap(id -> people.find(id).stream())
                .flatMap(audience -> memberships(audience).stream())
                .toList();
        long inside = memberships.stream().filter(Membership::realized).count();
        long existing = memberships.stream()
                .filter(membership ->
                        membership.realized() && membership.since().isBefore(job.made()))
                .count();
        counter.put("existing", existing).put("realized", inside - existing).put("exited", memberships.size() - inside);
    }

    private static List<Membership> memberships(Audience audience) {
        return audience.everybody()
                .flatMap(id -> audience.membership(id).stream())
                .toList();
    }

    void clear() {
        all.clear();
    }
}
