// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The key-value pairs of a row or a call; keys and values are compared without regard to case. Not thread-safe. */
public final class Signals {
    private final List<Signal> all = new ArrayList<>();
    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<Signal> used = new HashSet<>();

    /** A pair in lower case. */
    public record Signal(String key, String value) {}

    /** Adds a pair. */
    public void add(String key, String value) {
        Signal signal = new Signal(key.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
        all.add(signal);
        values.computeIfAbsent(signal.key(), absent -> new ArrayList<>()).add(signal.value());
    }

    /** The values of a key in lower case. */
    List<String> of(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** All pairs in their order. */
    public List<Signal> all() {
        return all;
    }

    /** Notes that a true rule wanted a pair. */
    public void use(Signal signal) {
        used.add(signal);
    }

    /** How many pairs no true rule has marked. */
    public int unused() {
        return (int) all.stream().filter(signal -> !used.contains(signal)).count();
    }

    /** Whether there are no pairs. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** How many pairs there are. */
    public int count() {
        return all.size();
    }
}
