// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import java.util.HashSet;
import java.util.Set;

/** Who opted out, in each region for itself. Source: audience-manager.md, section 7.1. Guarded by the company's lock. */
final class OptOuts {
    private final Set<Tag> tags = new HashSet<>();

    private record Tag(int region, long dataSource, String id) {}

    void add(int region, long dataSource, String id) {
        tags.add(new Tag(region, dataSource, id));
    }

    boolean has(int region, long dataSource, String id) {
        return tags.contains(new Tag(region, dataSource, id));
    }

    int size() {
        return tags.size();
    }

    void clear() {
        tags.clear();
    }
}
