// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a schema, or one behind links and at most one collection, such as {@code [folder/@label]} or {@code [trackingLog/@sourceId]}.
 *
 * @param links the links before the column, from the queried schema on
 * @param column the column, an attribute with its {@code @}, behind the name of the element that it stands in if it is an inner one
 * @param collection the collection that the first link is, or null
 * @param schema the schema that has the column
 * @param type the column's
 */
record Path(List<String> links, String column, @Nullable String collection, Schema schema, ColumnType type) {
    private static final String LEGAL = "@?[A-Za-z_][A-Za-z0-9_/@-]*";

    /** Reads a path against a schema; a fault names what the schema does not have. */
    static Path of(String text, Schema schema) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        List<String> links = new ArrayList<>();
        Schema at = schema;
        String collection = null;
        String rest = bare;
        while (!at.has(rest) && rest.contains("/")) {
            String link = rest.substring(0, rest.indexOf('/'));
            Schema next = at.links().get(link);
            if (next == null && links.isEmpty()) {
                next = at.collections().get(link);
                collection = next == null ? null : link;
            }
            if (next == null) {
                throw SoapFault.unknownPath(link, at.id());
            }
            links.add(link);
            at = next;
            rest = rest.substring(link.length() + 1);
        }
        if (!rest.matches(LEGAL) || !at.has(rest)) {
            throw SoapFault.unknownPath(rest, at.id());
        }
        return new Path(List.copyOf(links), rest, collection, at, at.type(rest));
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
        return column.equals(Schema.COMPUTED) ? computed(row) : row.column(column);
    }

    private String computed(Row row) {
        return schema.titles().stream()
                .filter(schema::has)
                .map(row::column)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
