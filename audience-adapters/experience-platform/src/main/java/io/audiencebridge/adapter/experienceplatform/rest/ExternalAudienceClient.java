// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExternalAudienceDraft;
import io.audiencebridge.adapter.experienceplatform.client.ExternalAudienceSpelling;
import io.audiencebridge.adapter.experienceplatform.client.ExternalAudiences;
import io.audiencebridge.adapter.experienceplatform.client.ExternalField;
import io.audiencebridge.adapter.experienceplatform.client.ExternalTask;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Set;

/** External audiences, for whoever calls Platform directly. UNVERIFIED as a whole. Source: experience-cloud.md, section 4.8. */
final class ExternalAudienceClient implements ExternalAudiences {
    private static final String BASE = "/data/core/ais/external-audience";
    private static final Set<String> TYPES =
            Set.of("string", "number", "long", "integer", "date", "datetime", "boolean");
    private static final int MOST_FIELDS = 25;
    private static final int MOST_DAYS = 90;

    private final PlatformClient client;
    private final ExternalAudienceSpelling spelling;

    ExternalAudienceClient(PlatformClient client, ExternalAudienceSpelling spelling) {
        this.client = client;
        this.spelling = spelling;
    }

    @Override
    public Either<BridgeError, ExternalTask> create(ExternalAudienceDraft draft, CallOptions options) {
        Vector<Violation> violations = check(draft);
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        Call call = options.begin();
        return client.create(BASE + spelling.create(), write(draft), call).flatMap(answer -> task(answer, call));
    }

    @Override
    public Either<BridgeError, ExternalTask> task(String task, CallOptions options) {
        Call call = options.begin();
        return PathId.of("task", task)
                .flatMap(id -> client.read(BASE + spelling.task() + id, Parameters.NONE, call))
                .flatMap(answer -> task(answer, call));
    }

    @Override
    public Either<BridgeError, ExternalTask> run(String audience, Instant from, CallOptions options) {
        Call call = options.begin();
        ObjectNode body = new Body()
                .number("dataFilterStartTime", from.getEpochSecond())
                .flag("differentialIngestion", true)
                .node();
        return PathId.of("audience", audience)
                .flatMap(id -> client.create(BASE + "/" + id + spelling.start(), body, call))
                .flatMap(answer -> task(answer, call));
    }

    @Override
    public Either<BridgeError, ExternalTask> findRun(String audience, String run, CallOptions options) {
        Call call = options.begin();
        return PathId.of("audience", audience)
                .flatMap(id -> PathId.of("run", run)
                        .flatMap(number -> client.read(BASE + "/" + id + "/runs/" + number, Parameters.NONE, call)))
                .flatMap(answer -> task(answer, call));
    }

    private static Either<BridgeError, ExternalTask> task(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        return fields.required("a task", call, "taskId", "operationId", "runId", "id")
                .map(id -> new ExternalTask(id, fields.text("audienceId"), fields.text("status")));
    }

    private static ObjectNode write(ExternalAudienceDraft draft) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        draft.fields()
                .forEach(field -> fields.add(new Body()
                        .text("name", field.name())
                        .text("type", field.type())
                        .text("identityNs", field.identityNamespace())
                        .node()));
        Body source = new Body()
                .text("path", draft.path())
                .text("type", draft.folder() ? "folder" : "file")
                .text("sourceType", "Cloud Storage")
                .text("baseConnectionId", draft.baseConnection());
        return new Body()
                .text("name", draft.name())
                .text("description", draft.description())
                .with("fields", fields)
                .with("sourceSpec", source)
                .number("ttlInDays", draft.daysToLive())
                .text("audienceType", "people")
                .text("originName", "CUSTOM_UPLOAD")
                .text("namespace", draft.namespace())
                .node();
    }

    private static Vector<Violation> check(ExternalAudienceDraft draft) {
        Vector<ExternalField> fields = Vector.ofAll(draft.fields());
        return unless(!draft.name().isBlank(), "name", "is empty; give the audience a name")
                .appendAll(unless(
                        !fields.isEmpty() && fields.size() <= MOST_FIELDS,
                        "fields",
                        fields.size() + " must be between 1 and " + MOST_FIELDS))
                .appendAll(unless(
                        fields.count(field -> field.identityNamespace().isPresent()) == 1,
                        "fields",
                        "must have one field with an identity namespace, and no more"))
                .appendAll(fields.flatMap(ExternalAudienceClient::field))
                .appendAll(unless(
                        draft.daysToLive() > 0 && draft.daysToLive() <= MOST_DAYS,
                        "daysToLive",
                        draft.daysToLive() + " must be between 1 and " + MOST_DAYS));
    }

    private static Vector<Violation> field(ExternalField field) {
        return unless(
                        field.name().matches("[^\\s-]+"),
                        "fields",
                        "'" + field.name() + "' must have no blanks and hyphens")
                .appendAll(
                        unless(TYPES.contains(field.type()), "fields", "'" + field.type() + "' is no type of a field"));
    }

    private static Vector<Violation> unless(boolean sound, String subject, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("externalAudience." + subject, message));
    }
}
