// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What Flow Service writes into its documents by itself; a change by a client leaves it as it is. */
final class Entity {
    private static final Set<String> OWN = Set.of(
            "id",
            "createdAt",
            "updatedAt",
            "createdBy",
            "updatedBy",
            "createdClient",
            "updatedClient",
            "sandboxId",
            "sandboxName",
            "imsOrgId",
            "version",
            "etag",
            "inheritedAttributes");

    private Entity() {}

    /** Takes over what a client may not change. */
    static void keepOwn(ObjectNode before, ObjectNode changed) {
        OWN.forEach(name -> {
            if (before.has(name)) {
                changed.set(name, before.get(name));
            } else {
                changed.remove(name);
            }
        });
    }

    static String id(ObjectNode entity) {
        return entity.path("id").asText();
    }

    static String etag(ObjectNode entity) {
        return entity.path("etag").asText();
    }

    static String spec(ObjectNode connection) {
        return connection.path("connectionSpec").path("id").asText();
    }
}
