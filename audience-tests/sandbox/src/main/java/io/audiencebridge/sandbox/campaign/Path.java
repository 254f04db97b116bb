// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a schema, or one behind links and at most one collection, such as {@code [folder/@label]} or {@code [trackingLog/@sourceId]}.
 *
 * @param links the links before the column, from the queried schema on
 * @param column the column, an attribute with its {@code @}
 * @param collection the collection that the first link is, or null
 * @param number whether the values are compared as numbers
 */
record Path(List<String> links, String column, @Nullable String collection, boolean number) {
    private static final String LEGAL = "@?[A-Za-z_][A-Za-z0-9_-]*";

    /** Reads a path against a schema; a fault names what the schema does not have. */
    static Path of(String text, Schema schema) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        String[] parts = bare.split("/", -1);
        List<String> links = new ArrayList<>();
        Schema at = schema;
        String collection = null;
        for (int i = 0; i < parts.length - 1; i++) {
            Schema next = at.links().get(parts[i]);
            if (next == null && i == 0) {
                next = at.collections().get(parts[i]);
                collection = next == null ? null : parts[i];
            }
            if (next == null) {
                throw SoapFault.unknownPath(parts[i], at.id());
            }
            links.add(parts[i]);
            at = next;
        }
        String column = parts[parts.length - 1];
        if (!column.matches(LEGAL) || !at.has(column)) {
            throw SoapFault.unknownPath(column, at.id());
        }
        return new Path(List.copyOf(links), column, collection, at.isNumber(column));
    }

    /** Whether it is a column of the queried schema itself. */
    boolean isOwn(String name) {
        return links.isEmpty() && column.equals(name);
    }

    String valueIn(Tuple tuple) {
        Row row = tuple.base();
        for (String link : links) {
            row = link.equals(collection) ? tuple.joined() : row.link(link);
            if (row == null) {
                return "";
            }
        }
        return row.column(column);
    }
}
