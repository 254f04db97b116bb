// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.system.HouseValue;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.immutables.value.Value;

/** A query ({@code xtk:queryDef}): which columns of which schema, under which conditions, in which order. */
@HouseValue
@Value.Immutable
public interface Query {
    /** The schema to read, such as {@code nms:recipient}. */
    String schema();

    /** What to read; empty for a count. */
    @Value.Default
    default Seq<Column> columns() {
        return Vector.empty();
    }

    /** All of them must hold. */
    @Value.Default
    default Seq<Condition> conditions() {
        return Vector.empty();
    }

    /** The expression to order by; empty text for none. */
    @Value.Default
    default String orderBy() {
        return "";
    }

    /** Whether the greatest comes first. */
    @Value.Default
    default boolean descending() {
        return false;
    }

    /** Rows at most. Always sent: the server's own default is not the same everywhere. */
    @Value.Default
    default int lineCount() {
        return 1;
    }

    /** A new builder. */
    static Builder on(String schema) {
        return new Builder().schema(schema);
    }

    /** Builds queries. */
    final class Builder extends ImmutableQuery.Builder {
        Builder() {}
    }

    /**
     * A column.
     *
     * @param expression such as {@code [folder/@label]}
     * @param alias where it stands in the row, such as {@code @key}; empty text for its own place
     */
    record Column(String expression, String alias) {
        /** A column at its own place. */
        public static Column of(String expression) {
            return new Column(expression, "");
        }
    }
}
