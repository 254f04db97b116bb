// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.FlowRun;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.adapter.experienceplatform.client.PlatformRuns;
import io.audiencebridge.adapter.experienceplatform.client.RunNotice;
import io.audiencebridge.adapter.experienceplatform.client.RunState;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Locale;

/** Runs, for whoever calls Platform directly: each method is one call with its own time. Source: experience-cloud.md, section 4.7. */
final class RunClient implements PlatformRuns {
    private final PlatformClient client;
    private final FlowItems items;

    RunClient(PlatformClient client, FlowItems items) {
        this.client = client;
        this.items = items;
    }

    @Override
    public Pages<FlowRun> list(String flow, CallOptions options) {
        Call call = options.begin();
        return PathId.of("flow", flow)
                .fold(
                        error -> PageReader.failed(error, call),
                        id -> items.pages(
                                "runs",
                                Parameters.NONE.with("property", "flowId==" + id),
                                node -> read(node, call),
                                FlowRun::id,
                                call));
    }

    @Override
    public Either<BridgeError, Option<FlowRun>> find(String run, CallOptions options) {
        Call call = options.begin();
        return PathId.of("run", run)
                .flatMap(id -> client.find(FlowCalls.SERVICE + "runs/" + id, call))
                .flatMap(found -> found.flatMap(RunClient::single)
                        .map(node -> read(node, call).map(Option::some))
                        .getOrElse(() -> Either.right(Option.none())));
    }

    private static Option<JsonNode> single(JsonNode answer) {
        JsonNode all = answer.path("items");
        return all.isArray() ? Vector.ofAll(all).headOption() : Option.some(answer);
    }

    private static Either<BridgeError, FlowRun> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        Fields metrics = fields.at("metrics");
        Fields records = metrics.at("recordSummary");
        Fields status = metrics.at("statusSummary");
        String word =
                status.text("status").or(() -> fields.text("state", "status")).orElse("");
        return fields.required("a run", call, "id")
                .map(id -> FlowRun.builder()
                        .id(id)
                        .flow(fields.text("flowId").orElse(""))
                        .state(state(word))
                        .stateText(word)
                        .started(metrics.at("durationSummary").instant("startedAtUTC"))
                        .completed(metrics.at("durationSummary").instant("completedAtUTC"))
                        .read(records.number("inputRecordCount"))
                        .written(records.number("outputRecordCount", "createdRecordCount"))
                        .skipped(records.number("skippedRecordCount"))
                        .failed(records.number("failedRecordCount"))
                        .files(metrics.at("fileSummary").number("outputFileCount"))
                        .skips(notices(records.node().path("skippedInfo")))
                        .errors(notices(status.node().path("errors")))
                        .build());
    }

    private static RunState state(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "success", "succeeded", "completed" -> RunState.SUCCESS;
            case "failed", "failure" -> RunState.FAILED;
            case "processing", "inprogress", "started", "running" -> RunState.PROCESSING;
            case "waiting", "pending", "queued" -> RunState.WAITING;
            default -> RunState.OTHER;
        };
    }

    private static List<RunNotice> notices(JsonNode list) {
        return Vector.ofAll(list)
                .map(Fields::new)
                .map(one -> new RunNotice(
                        one.text("code").orElse(""),
                        SystemWords.fit(one.text("message").orElse("")),
                        one.number("count").orElse(0)))
                .asJava();
    }
}
