// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Account limits. UNVERIFIED: the names of the members. Source of the numbers: audience-manager.md, section 2.11. */
final class Limits {
    private final ObjectNode limits;

    /** The limit of everything together. */
    Limits(long limit, long used) {
        limits = limit(limit, used);
    }

    private static ObjectNode limit(long limit, long used) {
        return JsonNodeFactory.instance.objectNode().put("totalLimit", limit).put("total", used);
    }

    /** The limit of one kind. */
    Limits of(String kind, long limit, long used) {
        limits.set(kind, limit(limit, used));
        return this;
    }

    Answer answer() {
        return Answer.ok(limits);
    }

    /**
     * Refuses one more.
     *
     * <p>UNVERIFIED: the status.
     */
    static void check(Shelf shelf, long limit) {
        if (shelf.size() >= limit) {
            throw ApiError.conflict("The limit of " + limit + " is reached: " + shelf.kind());
        }
    }
}
