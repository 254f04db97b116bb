// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A smaller table, by number and by key. */
final class EntryTable<T extends Entry> {
    private final String key;
    private final NavigableMap<Long, T> byNumber = new TreeMap<>();
    private final Map<String, T> byKey = new HashMap<>();

    EntryTable(Schema schema) {
        key = schema.key();
    }

    Collection<T> all() {
        return byNumber.values();
    }

    NavigableMap<Long, T> byNumber() {
        return byNumber;
    }

    @Nullable
    T numbered(String id) {
        return Ids.isNumber(id) ? byNumber.get(Long.parseLong(id)) : null;
    }

    @Nullable
    T named(String name) {
        return byKey.get(name);
    }

    void put(T entry) {
        byNumber.put(entry.number(), entry);
        if (!key.isEmpty() && !entry.column(key).isEmpty()) {
            byKey.put(entry.column(key), entry);
        }
    }

    void remove(T entry) {
        byNumber.remove(entry.number());
        if (!key.isEmpty()) {
            byKey.remove(entry.column(key), entry);
        }
    }

    void clear() {
        byNumber.clear();
        byKey.clear();
    }
}
