// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The ids of every data source and the traits they have. Guarded by the company's lock. */
final class Profiles {
    private final Map<Long, IdTable> ids = new TreeMap<>();
    private final Map<Long, Map<Long, Realizations>> realizations = new TreeMap<>();

    /** The ids of a data source; none yet is an empty table that fills. */
    IdTable ids(long dataSource) {
        return ids.computeIfAbsent(dataSource, absent -> new IdTable());
    }

    /** The data sources of which there are ids. */
    Set<Long> dataSources() {
        return ids.keySet();
    }

    /** Who among the ids of a data source has a trait, to change it. */
    Realizations of(long trait, long dataSource) {
        return realizations
                .computeIfAbsent(trait, absent -> new TreeMap<>())
                .computeIfAbsent(dataSource, absent -> new Realizations());
    }

    /** Who among the ids of a data source has a trait, to look at it. */
    Optional<Realizations> find(long trait, long dataSource) {
        return Optional.ofNullable(realizations.getOrDefault(trait, Map.of()).get(dataSource));
    }

    /** Takes a trait away from everybody. */
    void forget(long trait) {
        realizations.remove(trait);
    }

    void clear() {
        ids.clear();
        realizations.clear();
    }
}
