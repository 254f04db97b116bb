// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of one of the smaller tables: what was written to it, and what its schema says for the rest. Changed under the lock of {@link CampaignData} only. */
class Entry implements Row {
    private final Schema schema;
    private final long number;
    private final String id;
    private final CampaignData base;
    private Map<String, String> columns = new HashMap<>();

    Entry(Schema schema, long number, CampaignData base) {
        this.schema = schema;
        this.number = number;
        id = Long.toString(number);
        this.base = base;
    }

    final Schema schema() {
        return schema;
    }

    final long number() {
        return number;
    }

    final CampaignData base() {
        return base;
    }

    final void set(String column, String value) {
        columns.put(column, schema.type(column).kept(value));
    }

    /** What it holds, to go back to. */
    final Map<String, String> snapshot() {
        return Map.copyOf(columns);
    }

    final void restore(Map<String, String> snapshot) {
        columns = new HashMap<>(snapshot);
    }

    final boolean is(String column, String value) {
        return column(column).equals(value);
    }

    @Override
    public String column(String column) {
        if (column.equals("@id")) {
            return id;
        }
        String value = columns.get(column);
        return value == null ? schema.type(column).absent() : value;
    }

    @Override
    public @Nullable Row link(String name) {
        Schema target = schema.links().get(name);
        return target == null ? null : base.find(target, column("@" + name + "-id"));
    }
}
