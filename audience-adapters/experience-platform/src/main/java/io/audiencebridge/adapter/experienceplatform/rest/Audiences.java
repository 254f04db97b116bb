// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.AudienceDraft;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudience;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads and writes audiences. Source: experience-cloud.md, section 4.8. */
final class Audiences {
    private Audiences() {}

    static Either<BridgeError, PlatformAudience> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        return fields.required("an audience", call, "id", "audienceId")
                .map(id -> PlatformAudience.builder()
                        .id(id)
                        .audienceId(fields.text("audienceId").orElse(id))
                        .name(fields.text("name").orElse(""))
                        .description(fields.text("description").orElse(""))
                        .type(fields.text("type").orElse(""))
                        .namespace(fields.text("namespace").orElse(""))
                        .lifecycle(fields.text("lifecycle", "lifecycleState"))
                        .expression(fields.at("expression").text("value"))
                        .mergePolicy(fields.text("mergePolicyId"))
                        .labels(fields.texts("labels"))
                        .size(size(fields))
                        .created(fields.instant("creationTime", "createEpoch"))
                        .updated(fields.instant("updateTime", "updateEpoch"))
                        .etag(fields.text("_etag", "etag"))
                        .build());
    }

    /** UNVERIFIED: the members under which an evaluation tells its size. */
    private static OptionalLong size(Fields fields) {
        OptionalLong profiles = fields.at("metrics").at("data").number("totalProfiles");
        return profiles.isPresent() ? profiles : fields.number("totalProfiles", "profileCount");
    }

    static Either<BridgeError, ObjectNode> write(AudienceDraft draft) {
        Vector<Violation> violations = check(draft);
        return violations.isEmpty()
                ? Either.right(draft.pql().map(pql -> own(draft, pql)).orElseGet(() -> external(draft)))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static ObjectNode own(AudienceDraft draft, String pql) {
        Body expression =
                new Body().text("type", "PQL").text("format", "pql/text").text("value", pql);
        return new Body()
                .text("name", draft.name())
                .text("profileInstanceId", "ups")
                .text("description", draft.description())
                .text("type", "SegmentDefinition")
                .with("expression", expression)
                .with("schema", new Body().text("name", "_xdm.context.profile"))
                .texts("labels", draft.labels())
                .node();
    }

    private static ObjectNode external(AudienceDraft draft) {
        Body body = new Body()
                .text("audienceId", draft.audienceId())
                .text("name", draft.name())
                .text("description", Optional.of(draft.description()).filter(text -> !text.isBlank()))
                .text("namespace", draft.namespace())
                .text("type", "ExternalSegment")
                .text("lifecycle", "published")
                .text("datasetId", draft.datasetId());
        draft.flow().ifPresent(flow -> body.with("linkedAudienceRef", new Body().text("flowId", flow)));
        return body.texts("labels", draft.labels()).node();
    }

    private static Vector<Violation> check(AudienceDraft draft) {
        return unless(!draft.name().isBlank(), "name", "is empty; give the audience a name")
                .appendAll(unless(
                        draft.pql().isPresent() || draft.audienceId().isPresent(),
                        "pql",
                        "is missing; give the expression, or the audienceId of an external audience"))
                .appendAll(
                        unless(draft.pql().filter(String::isBlank).isEmpty(), "pql", "is empty; give the expression"));
    }

    private static Vector<Violation> unless(boolean sound, String subject, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("audience." + subject, message));
    }
}
