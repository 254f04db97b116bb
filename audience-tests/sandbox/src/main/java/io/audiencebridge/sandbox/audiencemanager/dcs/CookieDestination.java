// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A destination that is a cookie. Source: audience-manager.md, sections 2.8 and 6.2.
 *
 * <p>UNVERIFIED: which separator stands where.
 *
 * @param name the cookie's name
 * @param domain its domain
 * @param ttl its days
 * @param singleKey the one key of all values; empty if each segment brings its own
 * @param separators between its parts
 * @param segments what is mapped
 */
public record CookieDestination(
        String name, String domain, long ttl, String singleKey, Separators separators, List<MappedSegment> segments) {
    /** The segments cannot be changed. */
    public CookieDestination {
        segments = List.copyOf(segments);
    }

    /**
     * What stands between the parts of the cookie's value.
     *
     * @param key between a key and its value
     * @param pair between two pairs
     * @param values between the values of one key; empty if each value has a pair of its own
     */
    public record Separators(String key, String pair, String values) {}

    /** The cookie's value for somebody who is in some segments; empty if nothing is mapped of these. */
    String value(Set<Long> current) {
        Map<String, String> joined = new LinkedHashMap<>();
        StringBuilder pairs = new StringBuilder();
        for (MappedSegment segment : segments) {
            if (current.contains(segment.sid())) {
                String key = singleKey.isEmpty() ? segment.alias() : singleKey;
                joined.merge(key, segment.value(), (one, other) -> one + separators.values() + other);
                pairs.append(pairs.isEmpty() ? "" : separators.pair())
                        .append(key)
                        .append(separators.key())
                        .append(segment.value());
            }
        }
        return separators.values().isEmpty()
                ? pairs.toString()
                : joined.entrySet().stream()
                        .map(pair -> pair.getKey() + separators.key() + pair.getValue())
                        .collect(Collectors.joining(separators.pair()));
    }
}
