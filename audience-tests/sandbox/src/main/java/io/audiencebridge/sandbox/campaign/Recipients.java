// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The table of recipients, by id; those that changed since the table was filled also by when they did, and by a column's value once somebody asks for that.
 */
final class Recipients {
    /** Columns that get an index when first looked up by their value. */
    static final Set<String> LOOKED_UP = Set.of("@email", "@declaredId", "@account");

    private static final Comparator<Recipient> BY_CHANGE =
            Comparator.comparing(Recipient::lastModified).thenComparing(Recipient::id, Ids.ORDER);

    private final NavigableMap<String, Recipient> byId = new TreeMap<>(Ids.ORDER);
    private final NavigableSet<Recipient> changed = new TreeSet<>(BY_CHANGE);
    private final Map<String, Map<String, List<String>>> byValue = new HashMap<>();
    private Instant filled = Instant.MIN;

    NavigableMap<String, Recipient> byId() {
        return byId;
    }

    @Nullable
    Recipient get(String id) {
        return byId.get(id);
    }

    /** From now on changes are kept by their time; whoever is there did not change later than this. */
    void filledBy(Instant at) {
        filled = at;
    }

    void put(Recipient recipient) {
        byId.put(recipient.id(), recipient);
        entered(recipient);
    }

    /** Puts a recipient unless there is one of that id; whether there was none. */
    boolean enter(Recipient recipient) {
        boolean fresh = byId.putIfAbsent(recipient.id(), recipient) == null;
        if (fresh) {
            entered(recipient);
        }
        return fresh;
    }

    void remove(Recipient recipient) {
        left(recipient);
        byId.remove(recipient.id());
    }

    /** Changes a recipient under all its indexes. */
    void change(Recipient recipient, Runnable change) {
        left(recipient);
        change.run();
        entered(recipient);
    }

    private void entered(Recipient recipient) {
        if (recipient.lastModified().isAfter(filled) && !filled.equals(Instant.MIN)) {
            changed.add(recipient);
        }
        byValue.forEach(
                (column, index) -> index.merge(recipient.column(column), List.of(recipient.id()), Recipients::joined));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private void left(Recipient recipient) {
        changed.remove(recipient);
        byValue.forEach((column, index) -> index.computeIfPresent(
                recipient.column(column),
                (value, ids) ->
                        ids.stream().filter(id -> !id.equals(recipient.id())).toList()));
    }

    /** Whether every recipient that changed after a time is among {@link #changedSince}. */
    boolean knowsChangesSince(Instant time) {
        return !time.isBefore(filled) && !filled.equals(Instant.MIN);
    }

    /** The ids of those that changed at a time or later, in the order of the ids. */
    NavigableSet<String> changedSince(Instant time) {
        NavigableSet<String> ids = new TreeSet<>(Ids.ORDER);
        for (Recipient recipient : changed.descendingSet()) {
            if (recipient.lastModified().isBefore(time)) {
                break;
            }
            ids.add(recipient.id());
        }
        return ids;
    }

    /** The ids of those that hold a value in one of the {@link #LOOKED_UP} columns. */
    NavigableSet<String> with(String column, String value) {
        NavigableSet<String> ids = new TreeSet<>(Ids.ORDER);
        ids.addAll(byValue.computeIfAbsent(column, this::indexed).getOrDefault(value, List.of()));
        return ids;
    }

    private Map<String, List<String>> indexed(String column) {
        Map<String, List<String>> index = new HashMap<>();
        byId.values()
                .forEach(recipient ->
                        index.merge(recipient.column(column), List.of(recipient.id()), Recipients::joined));
        return index;
    }

    void clear() {
        byId.clear();
        changed.clear();
        byValue.clear();
        filled = Instant.MIN;
    }
}
