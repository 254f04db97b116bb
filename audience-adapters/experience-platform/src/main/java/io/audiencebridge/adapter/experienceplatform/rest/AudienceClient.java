// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.adapter.experienceplatform.client.AudienceDraft;
import io.audiencebridge.adapter.experienceplatform.client.AudienceOutcome;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.adapter.experienceplatform.client.PatchStep;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudience;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudienceQuery;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudiences;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;

/** Audiences, for whoever calls Platform directly: each method is one call with its own time. */
final class AudienceClient implements PlatformAudiences {
    private final PlatformClient client;
    private final AudienceCalls audiences;
    private final UpsPages pages;

    AudienceClient(PlatformClient client, AudienceCalls audiences, UpsPages pages) {
        this.client = client;
        this.audiences = audiences;
        this.pages = pages;
    }

    @Override
    public Pages<PlatformAudience> list(PlatformAudienceQuery query, CallOptions options) {
        Call call = options.begin();
        return pages.pages(
                "audiences",
                AudienceCalls.parameters(query),
                node -> Audiences.read(node, call),
                PlatformAudience::id,
                call);
    }

    @Override
    public Either<BridgeError, Option<PlatformAudience>> find(String id, CallOptions options) {
        return audiences.find(id, options.begin());
    }

    @Override
    public Either<BridgeError, Seq<AudienceOutcome>> findAll(Seq<String> ids, CallOptions options) {
        Call call = options.begin();
        Vector<String> distinct = Vector.ofAll(ids).distinct();
        if (distinct.isEmpty()) {
            return Either.right(Vector.empty());
        }
        ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
        distinct.forEach(id -> wanted.add(new Body().text("id", id).node()));
        return client.ask(
                        AudienceCalls.AUDIENCES + "/bulk-get",
                        new Body().with("ids", wanted).node(),
                        call)
                .flatMap(answer -> answer.map(node -> node.path("results"))
                        .filter(JsonNode::isObject)
                        .toEither(() -> PlatformAnswers.breach("no results of many audiences", call)))
                .map(results -> distinct.map(id -> outcome(id, results.path(id), call)));
    }

    @Override
    public Either<BridgeError, PlatformAudience> create(AudienceDraft draft, CallOptions options) {
        Call call = options.begin();
        return Audiences.write(draft)
                .flatMap(body -> client.create(AudienceCalls.AUDIENCES, body, call))
                .flatMap(answer -> Audiences.read(answer, call));
    }

    @Override
    public Either<BridgeError, PlatformAudience> patch(String id, Seq<PatchStep> steps, CallOptions options) {
        Call call = options.begin();
        return PathId.of("audience", id)
                .flatMap(sound -> Steps.written(steps)
                        .flatMap(body -> client.patch(AudienceCalls.AUDIENCES + "/" + sound, body, Map.of(), call)))
                .flatMap(answer -> answer.isDefined()
                        ? Audiences.read(answer.get(), call)
                        : audiences
                                .find(id, call)
                                .flatMap(found ->
                                        found.toEither(() -> PlatformAnswers.missing("audience " + id, call))));
    }

    @Override
    public Either<BridgeError, Boolean> delete(String id, CallOptions options) {
        return PathId.of("audience", id)
                .flatMap(sound -> client.delete(AudienceCalls.AUDIENCES + "/" + sound, options.begin()))
                .map(Option::isDefined);
    }

    private static AudienceOutcome outcome(String id, JsonNode result, Call call) {
        boolean isError = result.has("errors") || result.has("error") || result.has("error_code");
        Either<BridgeError, PlatformAudience> one = result.isMissingNode() || result.isNull()
                ? Either.left(PlatformAnswers.missing("audience " + id, call))
                : isError ? Either.left(refused(id, result, call)) : Audiences.read(result, call);
        return new AudienceOutcome(id, one);
    }

    /** Errors of single audiences have their status inside. */
    private static BridgeError refused(String id, JsonNode result, Call call) {
        SystemWords words = SystemWords.of(result);
        Incident incident = Incident.builder()
                .from(Incident.at(PlatformAnswers.SYSTEM, call.correlationId()))
                .addAllCodes(words.codes())
                .build();
        String message = "Audience " + id + ": " + words.text() + "; check the id and the permissions";
        return switch (status(result)) {
            case 401, 403 -> new BridgeError.AccessDenied(message, incident);
            case 404 -> new BridgeError.NotFound(message, incident);
            default -> new BridgeError.RejectedBySystem(message, incident);
        };
    }

    /** Beside the errors, inside of them, or the name under which they stand. */
    private static int status(JsonNode result) {
        Fields errors = new Fields(result).at("errors");
        Vector<String> named = Vector.ofAll(errors.node().properties())
                .map(Map.Entry::getKey)
                .filter(name -> name.matches("[1-5][0-9]{2}"));
        return Vector.ofAll(new Fields(result).text("status").stream())
                .appendAll(Vector.ofAll(errors.text("status").stream()))
                .appendAll(named)
                .find(text -> text.matches("[1-5][0-9]{2}"))
                .map(Integer::parseInt)
                .getOrElse(0);
    }
}
