// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The objects of one kind by number. Guarded by the company's lock. */
final class Shelf {
    private final String kind;
    private final String key;
    private final Map<Long, ObjectNode> items = new TreeMap<>();

    /** An empty shelf; {@code key} is the member that holds the number. */
    Shelf(String kind, String key) {
        this.kind = kind;
        this.key = key;
    }

    Collection<ObjectNode> all() {
        return items.values();
    }

    Stream<ObjectNode> with(String member, long number) {
        return all().stream().filter(item -> item.path(member).asLong(-1) == number);
    }

    Optional<ObjectNode> find(long id) {
        return Optional.ofNullable(items.get(id));
    }

    /** By number, or by {@code ic:} and the integration code. */
    ObjectNode require(String address) {
        return lookup(address).orElseThrow(() -> ApiError.missing(kind, address));
    }

    private Optional<ObjectNode> lookup(String address) {
        if (address.startsWith("ic:")) {
            String code = address.substring("ic:".length());
            return all().stream()
                    .filter(item -> item.path("integrationCode").asText("").equals(code))
                    .findFirst();
        }
        // Numbers of table programs come with a fraction.
        String number = address.replaceFirst("\\.0+$", "");
        return number.matches("\\d{1,18}") ? find(Long.parseLong(number)) : Optional.empty();
    }

    long id(ObjectNode item) {
        return item.path(key).asLong();
    }

    void put(ObjectNode item) {
        items.put(id(item), item);
    }

    void remove(ObjectNode item) {
        items.remove(id(item));
    }

    int size() {
        return items.size();
    }

    void clear() {
        items.clear();
    }

    String key() {
        return key;
    }

    String kind() {
        return kind;
    }
}
