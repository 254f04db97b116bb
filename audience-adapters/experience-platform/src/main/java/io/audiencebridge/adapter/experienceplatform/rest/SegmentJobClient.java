// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.adapter.experienceplatform.client.SegmentCounts;
import io.audiencebridge.adapter.experienceplatform.client.SegmentJob;
import io.audiencebridge.adapter.experienceplatform.client.SegmentJobs;
import io.audiencebridge.adapter.experienceplatform.client.SegmentationState;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;

/** Evaluations, for whoever calls Platform directly. Source: experience-cloud.md, section 4.8. */
final class SegmentJobClient implements SegmentJobs {
    private static final String COUNTER = "segmentedProfileByStatusCounter";

    private final Ups<SegmentJob> jobs;

    SegmentJobClient(PlatformClient client, UpsPages pages) {
        this.jobs = new Ups<>(client, pages, "segment/jobs", SegmentJobClient::read, SegmentJob::id);
    }

    @Override
    public Pages<SegmentJob> list(CallOptions options) {
        return jobs.list(options.begin());
    }

    @Override
    public Either<BridgeError, Option<SegmentJob>> find(String id, CallOptions options) {
        return jobs.find(id, options.begin());
    }

    @Override
    public Either<BridgeError, SegmentJob> start(Seq<String> segments, CallOptions options) {
        if (segments.isEmpty() || segments.exists(String::isBlank)) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "segments", "must name at least one segment, and none with an empty id"));
        }
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        segments.distinct()
                .forEach(id -> body.add(new Body().text("segmentId", id).node()));
        return jobs.create(body, options.begin());
    }

    @Override
    public Either<BridgeError, Boolean> cancel(String id, CallOptions options) {
        return jobs.delete(id, options.begin()).map(Option::isDefined);
    }

    private static Either<BridgeError, SegmentJob> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        Vector<String> segments = Vector.ofAll(node.path("segments"))
                .map(Fields::new)
                .flatMap(one -> Option.ofOptional(
                        one.text("segmentId").or(() -> one.at("segment").text("id"))));
        JsonNode counter =
                node.path("metrics").has(COUNTER) ? node.path("metrics").path(COUNTER) : node.path(COUNTER);
        return fields.required("a segment job", call, "id")
                .map(id -> SegmentJob.builder()
                        .id(id)
                        .state(SegmentationState.of(fields.text("status").orElse("")))
                        .segments(segments)
                        .counts(counts(counter, segments))
                        .build());
    }

    /** By segment, or bare where there is one segment only. */
    private static Map<String, SegmentCounts> counts(JsonNode counter, Vector<String> segments) {
        Map<String, SegmentCounts> counts = new LinkedHashMap<>();
        counter.properties().forEach(member -> {
            if (member.getValue().isObject()) {
                counts.put(member.getKey(), counts(member.getValue()));
            }
        });
        if (counts.isEmpty() && !counter.isEmpty() && segments.size() == 1) {
            counts.put(segments.head(), counts(counter));
        }
        return counts;
    }

    private static SegmentCounts counts(JsonNode counter) {
        Fields fields = new Fields(counter);
        return new SegmentCounts(
                fields.number("existing").orElse(0),
                fields.number("realized").orElse(0),
                fields.number("exited").orElse(0));
    }
}
