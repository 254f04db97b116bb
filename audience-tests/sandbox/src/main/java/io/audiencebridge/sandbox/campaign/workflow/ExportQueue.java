// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What targeting workflows handed over and the technical workflow has not yet written, and what it wrote before. */
final class ExportQueue {
    private final List<HandOver> waiting = new ArrayList<>();
    private final Map<String, Set<String>> exported = new HashMap<>();

    /**
     * The people of one update of a shared audience.
     *
     * @param trait the trait that rows name; empty if the audience is only known by its name
     * @param ids their ids as they travel
     * @param complement how many people of the query had none
     */
    record HandOver(
            String audience, String trait, Database.AmcDataSource dataSource, List<String> ids, int complement) {
        /** The audience wherever it is exported from. */
        String key() {
            return dataSource.number() + "/" + (trait.isEmpty() ? "name:" + audience : trait);
        }
    }

    void add(HandOver handOver) {
        waiting.add(handOver);
    }

    List<HandOver> waiting() {
        return List.copyOf(waiting);
    }

    void done(HandOver handOver) {
        waiting.remove(handOver);
    }

    /** The ids that were exported to an audience. */
    Set<String> exported(String key) {
        return exported.computeIfAbsent(key, absent -> new HashSet<>());
    }

    void clear() {
        waiting.clear();
        exported.clear();
    }
}
