// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The key-value pairs of a row; keys and values are compared without regard to case. */
final class Signals {
    private final Map<String, List<String>> values = new HashMap<>();

    void add(String key, String value) {
        values.computeIfAbsent(key.toLowerCase(Locale.ROOT), absent -> new ArrayList<>())
                .add(value.toLowerCase(Locale.ROOT));
    }

    List<String> of(String key) {
        return values.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    int count() {
        return values.values().stream().mapToInt(List::size).sum();
    }
}
