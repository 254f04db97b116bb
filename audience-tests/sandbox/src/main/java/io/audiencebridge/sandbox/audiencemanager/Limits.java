// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Account limits. UNVERIFIED: the names of the members. Source of the numbers: audience-manager.md, section 2.11. */
final class Limits {
    private Limits() {}

    static ObjectNode of(int limit, int used) {
        return JsonNodeFactory.instance.objectNode().put("totalLimit", limit).put("total", used);
    }
}
