// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub.emulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Members, lists and imports. Used under the emulator's lock, and by tests between calls. */
public final class HubData {
    private final Map<Long, Member> members = new TreeMap<>();
    private final Map<Integer, HubList> lists = new TreeMap<>();
    private final Map<Integer, Import> imports = new TreeMap<>();
    private final Set<String> fields = new TreeSet<>(List.of("email", "declaredId"));
    private long changes;

    /** Adds or replaces a member. */
    public void put(long id, Map<String, String> values, boolean optedOut) {
        fields.addAll(values.keySet());
        members.put(id, new Member(id, Map.copyOf(values), optedOut, ++changes));
    }

    /** A new list of these members; its id. */
    public int addList(String title, Collection<Long> ids) {
        int id = lists.size() + 1;
        lists.put(id, new HubList(id, title, new TreeSet<>(ids)));
        return id;
    }

    /** Who is in the list of that title. */
    public Set<Long> membersOf(String title) {
        return lists.values().stream()
                .filter(list -> list.title().equals(title))
                .map(list -> Set.copyOf(list.members()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no list '" + title + "'"));
    }

    Optional<HubList> list(String id) {
        return id.matches("[0-9]{1,9}") ? Optional.ofNullable(lists.get(Integer.parseInt(id))) : Optional.empty();
    }

    Optional<Import> imported(String id) {
        return Optional.ofNullable(imports.get(Integer.parseInt(id)));
    }

    HubList titled(String title) {
        return lists.values().stream()
                .filter(list -> list.title().equals(title))
                .findFirst()
                .orElseGet(() -> lists.get(addList(title, List.of())));
    }

    List<HubList> newestFirst() {
        List<HubList> all = new ArrayList<>(lists.values());
        Collections.reverse(all);
        return all;
    }

    boolean hasField(String field) {
        return field.isEmpty() || fields.contains(field);
    }

    List<Member> members(Predicate<Member> wanted) {
        return members.values().stream().filter(wanted).toList();
    }

    long changes() {
        return changes;
    }

    int begin(HubList list, boolean adding) {
        int id = imports.size() + 1;
        imports.put(id, new Import(list, adding, new TreeMap<>()));
        return id;
    }

    void forget(String id) {
        imports.remove(Integer.parseInt(id));
    }

    /** One member. */
    record Member(long id, Map<String, String> values, boolean optedOut, long changed) {
        String line(String field) {
            return id + "," + (optedOut ? "o" : "-") + "," + values.getOrDefault(field, "");
        }
    }

    /** One list. */
    record HubList(int id, String title, Set<Long> members) {
        String line() {
            return id + "," + members.size() + "," + title;
        }
    }

    /** One import, by its parts. */
    record Import(HubList list, boolean adding, Map<Integer, List<Long>> parts) {
        long commit() {
            List<Long> rows = parts.values().stream().flatMap(List::stream).toList();
            if (adding) {
                list.members().addAll(rows);
            } else {
                rows.forEach(list.members()::remove);
            }
            return rows.size();
        }
    }
}
