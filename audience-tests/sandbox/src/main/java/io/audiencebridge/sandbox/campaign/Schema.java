// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Map;
import java.util.Set;

/** The schemas that can be queried: columns, links and collections. Source: campaign.md, section 4. */
enum Schema {
    FOLDER("xtk:folder", "folder", Set.of("@id", "@name", "@label", "@fullName", "@model"), Set.of("@id")),

    GROUP(
            "nms:group",
            "group",
            Set.of(
                    "@id",
                    "@name",
                    "@label",
                    "@type",
                    "@schema",
                    "@created",
                    "@lastModified",
                    "@folder-id",
                    "@deleteStatus",
                    "@expirationDate",
                    "@builtIn",
                    "desc"),
            Set.of("@id", "@type", "@folder-id", "@deleteStatus", "@builtIn")) {
        @Override
        Map<String, Schema> links() {
            return Map.of("folder", FOLDER);
        }
    },

    TRACKING_LOG(
            "nms:trackingLogRcp",
            "trackingLogRcp",
            Set.of("@id", "@recipient-id", "@sourceId", "@logDate"),
            Set.of("@id", "@recipient-id")) {
        @Override
        Map<String, Schema> links() {
            return Map.of("recipient", RECIPIENT);
        }
    },

    RELATION("nms:rcpGrpRel", "rcpGrpRel", Set.of("@group-id", "@recipient-id"), Set.of("@group-id", "@recipient-id")) {
        @Override
        Map<String, Schema> links() {
            return Map.of("group", GROUP, "recipient", RECIPIENT);
        }
    },

    RECIPIENT(
            "nms:recipient",
            "recipient",
            Set.of(
                    "@id",
                    "@email",
                    "@declaredId",
                    "@firstName",
                    "@lastName",
                    "@blackList",
                    "@blackListEmail",
                    "@created",
                    "@lastModified",
                    "@folder-id"),
            Set.of("@id", "@blackList", "@blackListEmail", "@folder-id")) {
        @Override
        Map<String, Schema> links() {
            return Map.of("folder", FOLDER);
        }

        @Override
        Map<String, Schema> collections() {
            return Map.of("trackingLog", TRACKING_LOG, "rcpGrpRel", RELATION);
        }
    };

    private final String id;
    private final String element;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> columns;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> numbers;

    Schema(String id, String element, Set<String> columns, Set<String> numbers) {
        this.id = id;
        this.element = element;
        this.columns = columns;
        this.numbers = numbers;
    }

    static Schema named(String id) {
        for (Schema schema : values()) {
            if (schema.id.equals(id)) {
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

    boolean has(String column) {
        return columns.contains(column);
    }

    /** Whether the column's values are compared as numbers, where they are numbers. */
    boolean isNumber(String column) {
        return numbers.contains(column);
    }

    Map<String, Schema> links() {
        return Map.of();
    }

    Map<String, Schema> collections() {
        return Map.of();
    }
}
