// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** What people write: a hash map of the members' keys, then line by line. */
final class MapEngine implements Engine {
    private static final Long NOBODY = -1L;

    @Override
    public Counts match(Crowd crowd) throws IOException {
        Map<String, Long> keys = new HashMap<>();
        Map<String, Set<Long>> several = new HashMap<>();
        lines(crowd.members(), line -> keys.put(line, NOBODY));
        lines(crowd.recipients(), line -> {
            int tab = line.indexOf('\t');
            String key = line.substring(tab + 1);
            Long known = keys.get(key);
            if (known != null) {
                Long id = Long.valueOf(line.substring(0, tab));
                if (known.equals(NOBODY)) {
                    keys.put(key, id);
                } else if (!known.equals(id)) {
                    several.computeIfAbsent(key, first -> new HashSet<>(Set.of(known)))
                            .add(id);
                }
            }
        });
        return counts(keys, several);
    }

    private static Counts counts(Map<String, Long> keys, Map<String, Set<Long>> several) {
        Set<Long> ids = new HashSet<>();
        long unmatched = 0;
        for (Long id : keys.values()) {
            if (id.equals(NOBODY)) {
                unmatched++;
            } else {
                ids.add(id);
            }
        }
        several.values().forEach(ids::addAll);
        long sum = 0;
        long xor = 0;
        for (long id : ids) {
            sum += id;
            xor ^= id;
        }
        return new Counts(keys.size() - unmatched - several.size(), several.size(), unmatched, ids.size(), sum, xor);
    }

    private static void lines(List<Path> parts, Line taking) throws IOException {
        for (Path part : parts) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(part)), StandardCharsets.US_ASCII))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    taking.take(line);
                }
            }
        }
    }

    private interface Line {
        void take(String line);
    }
}
