// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Who knows whom, by name. */
final class Arrows {
    private final TreeMap<String, TreeSet<String>> known = new TreeMap<>();

    void node(String name) {
        known.computeIfAbsent(name, first -> new TreeSet<>());
    }

    void arrow(String from, String to) {
        node(from);
        node(to);
        if (!from.equals(to)) {
            known.get(from).add(to);
        }
    }

    SortedSet<String> nodes() {
        return known.navigableKeySet();
    }

    /** Without arrows that others imply; of arrows in a circle all stay. */
    Arrows reduced() {
        Arrows reduced = new Arrows();
        known.forEach((from, targets) -> {
            reduced.node(from);
            targets.stream().filter(to -> !isImplied(from, to)).forEach(to -> reduced.arrow(from, to));
        });
        return reduced;
    }

    private boolean isImplied(String from, String to) {
        return known.get(from).stream()
                .filter(between -> !between.equals(to) && !reached(between).contains(from))
                .anyMatch(between -> reached(between).contains(to));
    }

    private Set<String> reached(String start) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(known.get(start));
        while (!next.isEmpty()) {
            String node = next.pop();
            if (reached.add(node)) {
                next.addAll(known.get(node));
            }
        }
        return reached;
    }

    /** As lines of a Mermaid flowchart. */
    String mermaid(UnaryOperator<String> id) {
        return known.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(to -> "  " + id.apply(entry.getKey()) + " --> " + id.apply(to) + "\n"))
                .collect(Collectors.joining());
    }
}
