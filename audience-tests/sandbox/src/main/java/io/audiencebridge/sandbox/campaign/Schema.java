// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The schemas of the emulator: columns, keys, links and collections. Source: campaign.md, section 4. What binds a list to an audience, {@code nms:amcDataSource}
 * and the owner of a workflow's log are UNVERIFIED names.
 */
enum Schema {
    FOLDER("xtk:folder", "folder", "@name", SchemaColumns.FOLDER) {
        @Override
        Map<String, Schema> links() {
            return Map.of("parent", FOLDER);
        }
    },

    OPTION("xtk:option", "option", "@name", SchemaColumns.OPTION),

    FILE_RESOURCE("xtk:fileRes", "fileRes", "@internalName", SchemaColumns.FILE_RESOURCE),

    DATA_SOURCE("nms:amcDataSource", "amcDataSource", "@name", SchemaColumns.DATA_SOURCE),

    EXTERNAL_ACCOUNT("nms:extAccount", "extAccount", "@name", SchemaColumns.EXTERNAL_ACCOUNT),

    WORKFLOW("xtk:workflow", "workflow", "@internalName", SchemaColumns.WORKFLOW) {
        @Override
        Map<String, Schema> links() {
            return Map.of("folder", FOLDER);
        }
    },

    WORKFLOW_LOG("xtk:workflowLog", "workflowLog", "", SchemaColumns.WORKFLOW_LOG) {
        @Override
        Map<String, Schema> links() {
            return Map.of("workflow", WORKFLOW);
        }
    },

    GROUP("nms:group", "group", "@name", SchemaColumns.GROUP) {
        @Override
        Map<String, Schema> links() {
            return Map.of("folder", FOLDER, "amcDataSource", DATA_SOURCE);
        }

        @Override
        Map<String, Schema> collections() {
            return Map.of("rcpGrpRel", RELATION);
        }
    },

    TRACKING_LOG("nms:trackingLogRcp", "trackingLogRcp", "", SchemaColumns.TRACKING_LOG) {
        @Override
        Map<String, Schema> links() {
            return Map.of("recipient", RECIPIENT);
        }
    },

    RELATION("nms:rcpGrpRel", "rcpGrpRel", "", SchemaColumns.RELATION) {
        @Override
        Map<String, Schema> links() {
            return Map.of("group", GROUP, "recipient", RECIPIENT);
        }
    },

    RECIPIENT("nms:recipient", "recipient", "", SchemaColumns.RECIPIENT) {
        @Override
        Map<String, Schema> links() {
            return Map.of("folder", FOLDER);
        }

        @Override
        Map<String, Schema> collections() {
            return Map.of("trackingLog", TRACKING_LOG, "rcpGrpRel", RELATION);
        }
    },

    /** The rows of a list with a table of its own, read as {@code temp:group:<id>}. */
    OWN_TABLE("temp:group", "query", "", SchemaColumns.OWN_TABLE) {
        @Override
        Map<String, Schema> links() {
            return Map.of("target", RECIPIENT);
        }
    };

    /** What every schema has: the text by which people know a record. */
    static final String COMPUTED = "@_cs";

    private final String id;
    private final String element;
    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after it was made
    private final Map<String, ColumnType> columns;

    Schema(String id, String element, String key, Columns columns) {
        this.id = id;
        this.element = element;
        this.key = key;
        this.columns = Map.copyOf(columns.types());
    }

    /** The schema of that name; a fault names one that does not exist. */
    static Schema named(String id) {
        for (Schema schema : values()) {
            if (schema.id.equals(id) && schema != OWN_TABLE) {
                return schema;
            }
        }
        throw id.startsWith("temp:")
                ? SoapFault.inMethod("XTK-170024 The temporary schema '" + id + "' is unknown.")
                : SoapFault.inMethod("XFR-180000 The schema '" + id + "' does not exist.");
    }

    String id() {
        return id;
    }

    String element() {
        return element;
    }

    /** The column that no two records share; empty if only the id is such. */
    String key() {
        return key;
    }

    /** The index that a second record of the same key violates. */
    String uniqueIndex() {
        return (id.replace(":", "") + "_" + key.replace("@", "")).toLowerCase(java.util.Locale.ROOT);
    }

    boolean has(String column) {
        return columns.containsKey(column) || column.equals(COMPUTED);
    }

    Collection<String> columns() {
        return columns.keySet();
    }

    ColumnType type(String column) {
        return columns.getOrDefault(column, ColumnType.TEXT);
    }

    /** Whether the column's values are compared as numbers, where they are numbers. */
    boolean isNumber(String column) {
        return type(column).isNumber();
    }

    /** Elements inside a record that are no links, such as {@code location}. */
    boolean hasInner(String name) {
        return columns.keySet().stream().anyMatch(column -> column.startsWith(name + "/"));
    }

    Map<String, Schema> links() {
        return Map.of();
    }

    Map<String, Schema> collections() {
        return Map.of();
    }

    /** The columns that say what a record is, first the one that people read. */
    List<String> titles() {
        return List.of("@label", "@name", "@internalName", "@email", "@id");
    }
}
