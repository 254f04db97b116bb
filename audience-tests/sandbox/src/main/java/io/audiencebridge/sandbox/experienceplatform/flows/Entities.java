// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.rest.Gateway;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;
import io.audiencebridge.sandbox.ims.ImsClient;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The documents of one kind by id. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.7. */
final class Entities {
    private final String kind;
    private final String orgId;
    private final String clientId;
    private final Switches switches;
    private final Map<String, ObjectNode> all = new LinkedHashMap<>();

    /** The kind is the path's part, as {@code flows}. */
    Entities(String kind, ImsClient client, Switches switches) {
        this.kind = kind;
        orgId = client.orgId();
        clientId = client.clientId();
        this.switches = switches;
    }

    Collection<ObjectNode> all() {
        return all.values();
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    ObjectNode require(String id) {
        return find(id).orElseThrow(() -> Problem.flows(404, kind + " not found with id = [" + id + "]"));
    }

    ObjectNode add(ObjectNode body, Instant now) {
        ObjectNode entity = body.deepCopy();
        String id = UUID.randomUUID().toString();
        entity.put("id", id)
                .put("createdAt", now.toEpochMilli())
                .put("createdBy", clientId + "@techacct.adobe.com")
                .put("createdClient", clientId)
                .put("sandboxId", "d4e9a4c0-0f1b-11ec-8f2c-0242ac110002")
                .put("sandboxName", Gateway.SANDBOX)
                .put("imsOrgId", orgId);
        if (!entity.has("state")) {
            entity.put("state", "enabled");
        }
        all.put(id, entity);
        return touch(entity, now);
    }

    /** Puts a changed document in the place of the one before. */
    ObjectNode replace(ObjectNode changed, Instant now) {
        all.put(Entity.id(changed), changed);
        return touch(changed, now);
    }

    private ObjectNode touch(ObjectNode entity, Instant now) {
        String version = UUID.randomUUID().toString().substring(0, 8)
                + "-0000-0200-0000-"
                + String.format("%08x0000", now.getEpochSecond() & 0xFFFFFFFFL);
        String etag = switches.quotesEtags() ? '"' + version + '"' : version;
        return entity.put("updatedAt", now.toEpochMilli())
                .put("updatedBy", clientId + "@techacct.adobe.com")
                .put("updatedClient", clientId)
                .put("version", etag)
                .put("etag", etag);
    }

    void remove(String id) {
        all.remove(id);
    }

    void clear() {
        all.clear();
    }
}
