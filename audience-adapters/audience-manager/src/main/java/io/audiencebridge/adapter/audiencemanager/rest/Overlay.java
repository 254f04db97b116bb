// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * The body of a replacement: what was read, with what a caller made different. Members that nobody here knows go back as they came, as Adobe's own bulk tool
 * sends them.
 *
 * <p>UNVERIFIED: that a member is emptied by {@code null}.
 */
final class Overlay {
    /** Counts and rights, which clients take out before they send an object back. */
    private static final Pattern OF_THE_SERVER =
            Pattern.compile("(instantU|totalU|u)niques.*|count([0-9]+Day|Lifetime)|permissions|inUse");

    private Overlay() {}

    static ObjectNode of(JsonNode raw, ObjectNode before, ObjectNode after) {
        ObjectNode body = raw.deepCopy();
        after.properties().forEach(member -> {
            if (!member.getValue().equals(before.get(member.getKey()))) {
                body.set(member.getKey(), member.getValue());
            }
        });
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) {
                body.putNull(name);
            }
        });
        if (!body.equals(raw)) {
            body.properties()
                    .removeIf(member -> OF_THE_SERVER.matcher(member.getKey()).matches());
        }
        return body;
    }
}
