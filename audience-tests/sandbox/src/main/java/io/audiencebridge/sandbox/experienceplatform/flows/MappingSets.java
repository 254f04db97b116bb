// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Data Prep's mapping sets, which newer destinations take their columns from. Source: experience-cloud.md, section 4.7. UNVERIFIED: the members of an answer. */
public final class MappingSets implements Service {
    private final Map<String, ObjectNode> all = new LinkedHashMap<>();

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        return switch (request.method() + path.size()) {
            case "POST0" -> Reply.ok(made(request.object()));
            case "GET1" ->
                Reply.ok(find(path.get(0))
                        .orElseThrow(() -> Problem.titled(404, "NotFound", "No mapping set " + path.get(0))));
            default -> throw Problem.unknownPath();
        };
    }

    private ObjectNode made(ObjectNode body) {
        String id = UUID.randomUUID().toString().replace("-", "");
        ObjectNode set = body.deepCopy();
        set.put("id", id).put("version", 0);
        all.put(id, set);
        return set;
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The mappings of a set, each with source and destination; none if it is unknown. */
    List<JsonNode> mappings(String id) {
        return find(id).map(set -> set.path("mappings").valueStream().toList()).orElse(List.of());
    }

    /** Forgets all of them. */
    public void clear() {
        all.clear();
    }
}
