// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How a port is broken so that a rule fails, one line a rule: {@code R10.3 MemberChanges.after ANSWERS_AS_THE_FIRST_TIME}. */
final class Violators {
    private static final String FILE = "violators.txt";

    private Violators() {}

    /** The defects of each rule, by its number. */
    static Map<String, List<Defect>> byRule() {
        Map<String, List<Defect>> found = new TreeMap<>();
        lines().forEach(line -> {
            String[] parts = line.split(" ", 2);
            found.computeIfAbsent(parts[0], none -> new ArrayList<>()).add(Defect.of(parts[1]));
        });
        return found;
    }

    static List<String> lines() {
        try (InputStream file = Violators.class.getResourceAsStream(FILE)) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> line.startsWith("R")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
