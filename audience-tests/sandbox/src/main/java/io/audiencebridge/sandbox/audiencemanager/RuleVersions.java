// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that traits have had, the newest last. Guarded by the company's lock.
 *
 * <p>UNVERIFIED: the members of {@code /traits/{sid}/trait-rule/versions} are those of a trait.
 */
final class RuleVersions {
    private final Map<Long, List<ObjectNode>> versions = new HashMap<>();

    /** Remembers the rule that a trait has now. */
    void note(ObjectNode trait) {
        ObjectNode version = JsonNodeFactory.instance.objectNode();
        for (String member : List.of("sid", "traitRuleVersion", "traitRule", "updateTime", "upUID")) {
            version.set(member, trait.path(member));
        }
        versions.computeIfAbsent(trait.path("sid").asLong(), absent -> new ArrayList<>())
                .add(version);
    }

    ArrayNode of(long trait) {
        return JsonNodeFactory.instance.arrayNode().addAll(versions.getOrDefault(trait, List.of()));
    }

    void clear() {
        versions.clear();
    }
}
