// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.util.Map;
import java.util.OptionalLong;

/**
 * Numbers under the names that the API gives them, a name inside another one after a point, such as {@code totalUniques7Day} or {@code ruleBased.total}.
 *
 * @param byName all of them; possibly none
 */
public record Figures(Map<String, Long> byName) {
    /** No numbers. */
    public static final Figures NONE = new Figures(Map.of());

    /** Keeps a copy. */
    public Figures {
        byName = Map.copyOf(byName);
    }

    /** The number of that name. */
    public OptionalLong of(String name) {
        Long found = byName.get(name);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }
}
