// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import java.util.List;

/** {@code /segment/definitions}: the audiences that have an expression. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.8. UNVERIFIED: the members of the list. */
final class Definitions implements Service {
    private final AudienceDocuments audiences;

    Definitions(AudienceDocuments audiences) {
        this.audiences = audiences;
    }

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        return switch (request.method() + path.size()) {
            case "GET0" -> Reply.ok(list());
            case "POST0" -> {
                ObjectNode body = request.object();
                if (!body.path("expression").has("value")) {
                    throw SegmentationErrors.invalid("expression must be given");
                }
                yield Reply.ok(audiences.add(body));
            }
            case "GET1" ->
                Reply.ok(audiences
                        .find(path.get(0))
                        .orElseThrow(() -> SegmentationErrors.missing("Segment definition", path.get(0))));
            default -> throw Problem.unknownPath();
        };
    }

    private ObjectNode list() {
        ObjectNode list = Reply.object();
        ArrayNode segments = list.putArray("segments");
        audiences
                .all()
                .filter(audience -> audience.path("type").asText().equals("SegmentDefinition"))
                .forEach(segments::add);
        list.putObject("page").put("totalCount", segments.size()).put("pageSize", segments.size());
        return list;
    }
}
