// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportJob;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobDraft;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobs;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.adapter.experienceplatform.client.RunNotice;
import io.audiencebridge.adapter.experienceplatform.client.SegmentationState;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Export jobs, for whoever calls Platform directly. Source: experience-cloud.md, section 4.8. */
final class ExportJobClient implements ExportJobs {
    private final Ups<ExportJob> jobs;

    ExportJobClient(PlatformClient client, UpsPages pages) {
        this.jobs = new Ups<>(client, pages, "export/jobs", ExportJobClient::read, job -> Long.toString(job.id()));
    }

    @Override
    public Pages<ExportJob> list(CallOptions options) {
        return jobs.list(options.begin());
    }

    @Override
    public Either<BridgeError, Option<ExportJob>> find(long id, CallOptions options) {
        return jobs.find(Long.toString(id), options.begin());
    }

    @Override
    public Either<BridgeError, ExportJob> start(ExportJobDraft draft, CallOptions options) {
        return draft.datasetId().isBlank()
                ? Either.left(BridgeError.InvalidRequest.of("datasetId", "is empty; give the dataset to write to"))
                : jobs.create(write(draft), options.begin());
    }

    /** An answer without a body is taken as a yes. */
    @Override
    public Either<BridgeError, Boolean> cancel(long id, CallOptions options) {
        return jobs.delete(Long.toString(id), options.begin())
                .map(gone -> gone.map(answer -> answer.map(Fields::new)
                                .flatMap(fields -> Option.ofOptional(fields.flag("status")))
                                .getOrElse(true))
                        .getOrElse(false));
    }

    private static ObjectNode write(ExportJobDraft draft) {
        Body body = new Body();
        if (!draft.fields().isEmpty()) {
            body.text("fields", String.join(",", draft.fields()));
        }
        draft.mergePolicy()
                .ifPresent(
                        id -> body.with("mergePolicy", new Body().text("id", id).number("version", 1)));
        return body.with("filter", filter(draft))
                .with(
                        "destination",
                        new Body()
                                .text("datasetId", draft.datasetId())
                                .flag("segmentPerBatch", draft.batchPerSegment()))
                .with("schema", new Body().text("name", "_xdm.context.profile"))
                .node();
    }

    private static Body filter(ExportJobDraft draft) {
        Body filter = new Body();
        ArrayNode segments = JsonNodeFactory.instance.arrayNode();
        draft.segments()
                .forEach(id -> segments.add(new Body()
                        .text("segmentId", id)
                        .text("segmentNs", "ups")
                        .texts("status", draft.statuses())
                        .node()));
        if (!segments.isEmpty()) {
            filter.with("segments", segments);
        }
        if (draft.qualifiedFrom().isPresent() || draft.qualifiedTo().isPresent()) {
            filter.with(
                    "segmentQualificationTime",
                    new Body().text("startTime", draft.qualifiedFrom()).text("endTime", draft.qualifiedTo()));
        }
        return filter;
    }

    private static Either<BridgeError, ExportJob> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        OptionalLong id = fields.number("id");
        return id.isEmpty()
                ? Either.left(PlatformAnswers.breach("an export job without id", call))
                : Either.right(ExportJob.builder()
                        .id(id.getAsLong())
                        .state(SegmentationState.of(fields.text("status").orElse("")))
                        .datasetId(fields.at("destination").text("datasetId"))
                        .took(took(fields.at("metrics").at("totalTime")))
                        .errors(errors(node.path("errors")))
                        .build());
    }

    private static Optional<Duration> took(Fields total) {
        OptionalLong millis = total.number("totalTimeInMs");
        return millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty();
    }

    /** Their stack traces are left alone. */
    private static List<RunNotice> errors(JsonNode list) {
        return Vector.ofAll(list)
                .map(Fields::new)
                .map(one -> new RunNotice(
                        one.text("code").orElse(""),
                        SystemWords.fit(one.text("msg", "message").orElse("")),
                        0))
                .asJava();
    }
}
