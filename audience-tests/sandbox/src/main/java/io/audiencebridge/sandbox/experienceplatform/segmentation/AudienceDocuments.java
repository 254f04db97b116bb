// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.people.Audience;
import io.audiencebridge.sandbox.experienceplatform.people.Population;
import io.audiencebridge.sandbox.experienceplatform.rest.Gateway;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The documents of audiences, also of those that were made without the wire. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.8. */
final class AudienceDocuments {
    private static final Set<String> OWN = Set.of(
            "id",
            "imsOrgId",
            "sandbox",
            "creationTime",
            "updateEpoch",
            "updateTime",
            "_etag",
            "evaluationInfo",
            "mergePolicyId");

    private final Population people;
    private final String orgId;
    private final Clock clock;
    private final Map<String, ObjectNode> all = new LinkedHashMap<>();

    AudienceDocuments(Population people, String orgId, Clock clock) {
        this.people = people;
        this.orgId = orgId;
        this.clock = clock;
    }

    Stream<ObjectNode> all() {
        return people.audiences().stream().map(this::of);
    }

    Optional<ObjectNode> find(String id) {
        return people.find(id).map(this::of);
    }

    private ObjectNode of(Audience audience) {
        return all.computeIfAbsent(
                audience.id(),
                id -> made(id, Reply.object().put("name", audience.name()).put("description", "")));
    }

    /** A new audience without members. */
    ObjectNode add(ObjectNode body) {
        String id = UUID.randomUUID().toString();
        people.add(id, body.path("name").asText());
        ObjectNode document = made(id, body.deepCopy());
        all.put(id, document);
        return document;
    }

    private ObjectNode made(String id, ObjectNode document) {
        Instant now = clock.instant();
        put(document, "audienceId", id);
        put(document, "type", "SegmentDefinition");
        put(document, "namespace", "AEPSegments");
        put(document, "lifecycle", "published");
        document.put("id", id).put("imsOrgId", orgId).put("mergePolicyId", "b50db111-8b4f-4f2b-9a33-3a3d4b2f8c11");
        document.putObject("sandbox")
                .put("sandboxId", "d4e9a4c0-0f1b-11ec-8f2c-0242ac110002")
                .put("sandboxName", Gateway.SANDBOX)
                .put("type", "production")
                .put("default", true);
        ObjectNode evaluation = document.putObject("evaluationInfo");
        evaluation.putObject("batch").put("enabled", true);
        evaluation.putObject("continuous").put("enabled", false);
        evaluation.putObject("synchronous").put("enabled", false);
        if (!document.has("labels")) {
            document.putArray("labels");
        }
        return touch(document.put("creationTime", now.toEpochMilli()), now);
    }

    private static void put(ObjectNode document, String name, String usual) {
        if (!document.has(name)) {
            document.put(name, usual);
        }
    }

    private static ObjectNode touch(ObjectNode document, Instant now) {
        return document.put("updateEpoch", now.getEpochSecond())
                .put("updateTime", now.toEpochMilli())
                .put("_etag", '"' + UUID.randomUUID().toString() + '"');
    }

    /** Takes a changed document over, but for what only the service writes. */
    ObjectNode replace(ObjectNode before, ObjectNode changed) {
        OWN.stream().filter(before::has).forEach(name -> changed.set(name, before.get(name)));
        String id = before.path("id").asText();
        all.put(id, changed);
        people.rename(id, changed.path("name").asText());
        return touch(changed, clock.instant());
    }

    void remove(String id) {
        all.remove(id);
        people.remove(id);
    }

    void clear() {
        all.clear();
    }
}
