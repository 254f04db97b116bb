// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.util.HashMap;
import java.util.Map;

/** Hands out numbers: traits and segments share one space, every other kind has its own. */
final class Numbers {
    private static final Map<String, Long> FIRST = Map.of(
            "sid", 1_000_001L,
            "dataSourceId", 13_801L,
            "folderId", 501L,
            "destinationId", 20_201L,
            "destinationMappingId", 300_001L);

    private final Map<String, Long> next = new HashMap<>();

    /** A number that nothing on the shelf has. */
    long next(Shelf shelf) {
        long number = next.getOrDefault(shelf.key(), FIRST.getOrDefault(shelf.key(), 1L));
        while (shelf.find(number).isPresent()) {
            number++;
        }
        next.put(shelf.key(), number + 1);
        return number;
    }

    void reset() {
        next.clear();
    }
}
