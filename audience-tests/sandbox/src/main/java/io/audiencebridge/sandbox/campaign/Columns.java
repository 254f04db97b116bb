// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a schema in their order: attributes with their {@code @}, memos without, those of an inner element with its name before them. */
final class Columns {
    private final Map<String, ColumnType> types = new LinkedHashMap<>();

    private Columns() {}

    static Columns none() {
        return new Columns();
    }

    /** Those of a schema with a number of its own. */
    static Columns numbered() {
        return none().numbers("@id");
    }

    Columns texts(String... names) {
        return all(ColumnType.TEXT, names);
    }

    Columns numbers(String... names) {
        return all(ColumnType.NUMBER, names);
    }

    Columns flags(String... names) {
        return all(ColumnType.FLAG, names);
    }

    Columns times(String... names) {
        return all(ColumnType.TIME, names);
    }

    Columns dates(String... names) {
        return all(ColumnType.DATE, names);
    }

    Columns memos(String... names) {
        return all(ColumnType.MEMO, names);
    }

    Columns markup(String... names) {
        return all(ColumnType.XML, names);
    }

    /** Columns that come back only encrypted. */
    Columns secrets(String... names) {
        return all(ColumnType.SECRET, names);
    }

    private Columns all(ColumnType type, String... names) {
        List.of(names).forEach(name -> types.put(name, type));
        return this;
    }

    Map<String, ColumnType> types() {
        return types;
    }
}
