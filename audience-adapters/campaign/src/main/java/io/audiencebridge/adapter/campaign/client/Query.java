// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A question to Campaign ({@code xtk:queryDef}): which columns of which schema, which records, in which order. Immutable.
 *
 * <pre>{@code
 * Query.on("nms:recipient")
 *     .select(XPath.of("@id"), XPath.of("@email"))
 *     .where(Condition.containing(XPath.of("@email"), "@example.com"))
 *     .build();
 * }</pre>
 *
 * <p>A schema that is none, a function without an alias and the like are told, all at once, when the query is asked.
 */
@HouseValue
@Value.Immutable
public interface Query {
    /** The schema to read, such as {@code nms:recipient}. */
    String schema();

    /** What to read; may be empty for a count. */
    List<Column> columns();

    /** All of them must hold. */
    List<Condition> conditions();

    /** By what rows are put together; empty for a row a record. */
    List<Term> groups();

    /** The order of the rows; by {@link #key()} if empty. */
    List<Order> orders();

    /** Whether equal rows are told once. */
    @Value.Default
    default boolean distinct() {
        return false;
    }

    /** The column that tells one record from the others, a number or a UUID; {@code @id} by default. Pages follow each other by it. */
    @Value.Default
    default XPath key() {
        return XPath.of("@id");
    }

    /** Rows at most, over all pages; all of them by default. */
    OptionalLong limit();

    /** Rows that one call asks for; the connection's page size by default. */
    OptionalInt pageSize();

    /** A query of {@code schema}. */
    static Builder on(String schema) {
        return new Builder().schema(schema);
    }

    /** Builds queries. */
    final class Builder extends ImmutableQuery.Builder {
        Builder() {}

        /** Reads these, too, each at its own place in the row. */
        public Builder select(Term... terms) {
            for (Term term : terms) {
                addColumns(new Column(term, Optional.empty()));
            }
            return this;
        }

        /** Reads these, too, each at its own place in the row. */
        public Builder select(Iterable<? extends Term> terms) {
            terms.forEach(term -> addColumns(new Column(term, Optional.empty())));
            return this;
        }

        /** Reads {@code term}, too, and puts it at {@code alias} in the row, such as {@code @folder}. A function needs a place of its own. */
        public Builder selectAs(XPath alias, Term term) {
            return addColumns(new Column(term, Optional.of(alias)));
        }

        /** Only records that meet {@code condition}, too. */
        public Builder where(Condition condition) {
            return addConditions(condition);
        }

        /** Then by {@code term}, the least first. */
        public Builder orderBy(Term term) {
            return addOrders(new Order(term, false));
        }

        /** Then by {@code term}, the greatest first. */
        public Builder orderByDescending(Term term) {
            return addOrders(new Order(term, true));
        }

        /** One row for all records that are alike in these. */
        public Builder groupBy(Term... terms) {
            return addGroups(terms);
        }
    }

    /**
     * A column.
     *
     * @param term what stands in it
     * @param alias where it stands in the row; its own place if empty
     */
    record Column(Term term, Optional<XPath> alias) {}

    /**
     * An order.
     *
     * @param term by what
     * @param descending whether the greatest comes first
     */
    record Order(Term term, boolean descending) {}
}
