// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;
import io.audiencebridge.sandbox.ims.ImsClient;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Base, source and target connections. Guarded by the emulator's lock. Source: experience-cloud.md, sections 4.2 and 4.7. */
final class Connections {
    private static final Set<String> SECRETS =
            Set.of("secretKey", "s3SecretKey", "password", "sshKey", "connectionString");

    private final Specs specs;
    private final Map<String, Entities> kinds;

    Connections(ImsClient client, Specs specs, Switches switches) {
        this.specs = specs;
        kinds = Map.of(
                "connections", new Entities("connections", client, switches),
                "sourceConnections", new Entities("sourceConnections", client, switches),
                "targetConnections", new Entities("targetConnections", client, switches));
    }

    Entities of(String kind) {
        Entities entities = kinds.get(kind);
        if (entities == null) {
            throw Problem.unknownPath();
        }
        return entities;
    }

    ObjectNode add(String kind, ObjectNode body, Instant now) {
        if (!specs.knows(Entity.spec(body))) {
            throw Problem.flows(400, "connectionSpecs not found with id = [" + Entity.spec(body) + "]");
        }
        String base = body.path("baseConnectionId").asText();
        if (!kind.equals("connections")
                && !base.isEmpty()
                && of("connections").find(base).isEmpty()) {
            throw Problem.flows(400, "connections not found with id = [" + base + "]");
        }
        return of(kind).add(body, now);
    }

    /** UNVERIFIED: what stands in the place of a secret. */
    static ObjectNode masked(ObjectNode connection) {
        ObjectNode copy = connection.deepCopy();
        if (copy.path("auth").path("params") instanceof ObjectNode params) {
            SECRETS.stream().filter(params::has).forEach(secret -> params.put(secret, "****"));
        }
        return copy;
    }

    void clear() {
        kinds.values().forEach(Entities::clear);
    }
}
