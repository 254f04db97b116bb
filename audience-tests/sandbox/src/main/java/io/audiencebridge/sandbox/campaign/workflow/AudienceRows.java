// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import io.audiencebridge.sandbox.s3.ObjectStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Whoever a full file names as members of one segment. A row is an id, its current segments and those it left, with one space between columns. Source:
 * audience-manager.md, section 5.2 and correction X1.
 *
 * @param members their ids
 */
record AudienceRows(Set<String> members) {
    /** Reads all parts of a file before anything is done with them; empty if one is damaged or gone. */
    static Optional<AudienceRows> read(ObjectStore objects, String bucket, FullFile file, String segment) {
        Set<String> members = new HashSet<>();
        try {
            for (String part : file.parts()) {
                try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(objects.read(bucket, part), 1 << 16), StandardCharsets.UTF_8))) {
                    for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                        note(row, segment, members);
                    }
                }
            }
        } catch (IOException | NoSuchElementException damaged) {
            return Optional.empty();
        }
        return Optional.of(new AudienceRows(members));
    }

    private static void note(String row, String segment, Set<String> members) {
        String[] columns = row.split(" ", -1);
        if (columns.length >= 2 && List.of(columns[1].split(",", -1)).contains(segment)) {
            members.add(columns[0]);
        }
    }
}
