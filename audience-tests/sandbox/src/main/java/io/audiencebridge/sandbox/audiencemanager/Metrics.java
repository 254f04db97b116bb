// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Sizes as the API shows them. Every window shows the current number of ids: the sandbox forgets nobody for being away.
 * Ids of all kinds count, declared ones too. Source of the names: audience-manager.md, sections 2.5 and 2.6.
 */
final class Metrics {
    private static final List<String> WINDOWS = List.of("1Day", "7Day", "14Day", "30Day", "60Day", "90Day", "Lifetime");

    private Metrics() {}

    static void ofTrait(ObjectNode view, long holders) {
        WINDOWS.forEach(window -> view.put("uniques" + window, holders).put("count" + window, holders));
    }

    static void ofSegment(ObjectNode view, long members) {
        WINDOWS.forEach(window -> view.put("instantUniques" + window, members).put("totalUniques" + window, members));
    }
}
