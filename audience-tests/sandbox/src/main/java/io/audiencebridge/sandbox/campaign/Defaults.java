// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import java.util.Map;

/** What a new record has that its writer did not say. */
final class Defaults {
    private static final Map<Schema, Map<String, String>> ALL = Map.of(
            Schema.GROUP, Map.of("@schema", "nms:recipient", "@folder-id", Folders.LISTS),
            Schema.WORKFLOW, Map.of("@folder-id", Folders.WORKFLOWS),
            Schema.DATA_SOURCE, Map.of("@targetSchema", "nms:recipient", "@hashAlgorithm", "none", "@type", "declared"),
            Schema.OPTION, Map.of("@dataType", "6"));
    private static final Map<Schema, String> NAMES = Map.of(
            Schema.GROUP, "LST",
            Schema.WORKFLOW, "WKF",
            Schema.DATA_SOURCE, "AMCDS",
            Schema.EXTERNAL_ACCOUNT, "EXT",
            Schema.FOLDER, "FLD");

    private Defaults() {}

    static void fill(Entry entry, Instant now) {
        Schema schema = entry.schema();
        ALL.getOrDefault(schema, Map.of()).forEach((column, value) -> setAbsent(entry, column, value));
        String prefix = NAMES.getOrDefault(schema, "");
        if (!prefix.isEmpty()) {
            setAbsent(entry, schema.key(), prefix + entry.number());
        }
        for (String time : new String[] {"@created", "@lastModified"}) {
            if (schema.has(time)) {
                setAbsent(entry, time, Texts.time(now));
            }
        }
        if (schema == Schema.FOLDER) {
            setAbsent(entry, "@fullName", Folders.fullName(entry));
        }
    }

    private static void setAbsent(Entry entry, String column, String value) {
        if (entry.column(column).equals(entry.schema().type(column).absent())) {
            entry.set(column, value);
        }
    }
}
