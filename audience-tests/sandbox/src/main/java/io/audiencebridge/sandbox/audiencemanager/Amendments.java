// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * {@code POST /seed {"amend": ...}}: what is there becomes otherwise, past what the API would allow, as people do it in the user interface, or as time does it. An entry
 * names one thing by its number or its name; a mapping by the {@code name} or {@code sid} of its segment and its {@code destinationId}. Then {@code set} overwrites
 * members, {@code age} and {@code changedAgo} say how long ago it was created and changed, and {@code delete} removes it. Guarded by the company's lock.
 */
final class Amendments {
    private static final Set<String> KINDS =
            new TreeSet<>(Set.of("traits", "segments", "dataSources", "destinations", "mappings"));
    private static final Set<String> WORDS =
            new TreeSet<>(Set.of("sid", "dataSourceId", "destinationId", "name", "set", "age", "changedAgo", "delete"));

    private final Company company;

    Amendments(Company company) {
        this.company = company;
    }

    /** Changes all or nothing. */
    void apply(JsonNode kinds) {
        List<Runnable> changes = new ArrayList<>();
        kinds.properties().forEach(kind -> kind.getValue().forEach(entry -> changes.add(change(kind.getKey(), entry))));
        changes.forEach(Runnable::run);
    }

    private Runnable change(String kind, JsonNode entry) {
        entry.fieldNames().forEachRemaining(word -> {
            if (!WORDS.contains(word)) {
                throw new IllegalArgumentException("An amendment has no '" + word + "'; there are " + WORDS);
            }
        });
        Shelf shelf = shelf(kind);
        ObjectNode item = found(shelf, kind, entry);
        long now = company.clock().millis();
        if (entry.path("delete").asBoolean()) {
            return () -> removed(shelf, item);
        }
        ObjectNode set = entry.path("set").isObject() ? entry.path("set").deepCopy() : item.objectNode();
        set.remove(shelf.key());
        if (entry.has("age")) {
            set.put("createTime", now - ago(entry, "age"));
        }
        if (entry.has("age") || entry.has("changedAgo")) {
            set.put("updateTime", now - ago(entry, entry.has("changedAgo") ? "changedAgo" : "age"));
        }
        return () -> changed(shelf, item, set);
    }

    /** A paused segment keeps its members, as one does that the API pauses. */
    private void changed(Shelf shelf, ObjectNode item, ObjectNode set) {
        if (shelf == company.segments() && set.path("status").asText().equals("INACTIVE")) {
            company.population().freeze(shelf.id(item));
        } else if (shelf == company.segments() && set.has("status")) {
            company.population().thaw(shelf.id(item));
        }
        item.setAll(set);
    }

    private void removed(Shelf shelf, ObjectNode item) {
        shelf.remove(item);
        if (shelf == company.mappings()) {
            company.deletedMappings().put(item);
        } else if (shelf == company.traits()) {
            company.profiles().forget(shelf.id(item));
        } else if (shelf == company.segments()) {
            company.population().thaw(shelf.id(item));
        }
    }

    private Shelf shelf(String kind) {
        return switch (kind) {
            case "traits" -> company.traits();
            case "segments" -> company.segments();
            case "dataSources" -> company.dataSources();
            case "destinations" -> company.destinations();
            case "mappings" -> company.mappings();
            default -> throw new IllegalArgumentException("'" + kind + "' cannot be amended; there are " + KINDS);
        };
    }

    private ObjectNode found(Shelf shelf, String kind, JsonNode entry) {
        Predicate<ObjectNode> wanted = kind.equals("mappings") ? mapping(entry) : thing(shelf, entry);
        return shelf.all().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such thing among " + kind + ": " + entry));
    }

    private static Predicate<ObjectNode> thing(Shelf shelf, JsonNode entry) {
        return entry.has(shelf.key())
                ? item -> shelf.id(item) == entry.path(shelf.key()).asLong()
                : item -> item.path("name").asText().equals(entry.path("name").asText());
    }

    private Predicate<ObjectNode> mapping(JsonNode entry) {
        ObjectNode segment = found(company.segments(), "segments", entry);
        return item -> item.path("sid").asLong() == segment.path("sid").asLong()
                && item.path("destinationId").asLong()
                        == entry.path("destinationId").asLong();
    }

    private static long ago(JsonNode entry, String word) {
        try {
            return Duration.parse(entry.path(word).asText()).toMillis();
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "'" + word + "' must be a duration like PT1H, but is " + entry.path(word), wrong);
        }
    }
}
