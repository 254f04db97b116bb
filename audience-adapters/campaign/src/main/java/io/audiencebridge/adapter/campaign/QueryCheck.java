// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Term;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;

/** Finds every mistake in a query, sub-queries included. Never repeats a value. */
final class QueryCheck implements Condition.Cases<Seq<Violation>> {
    static final int MOST_ROWS = 100_000;

    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9]{1,15}(:[A-Za-z0-9_]{1,64}){1,2}");
    private static final QueryCheck CONDITIONS = new QueryCheck();

    private QueryCheck() {}

    static Seq<Violation> ofSelect(Query query) {
        return ofAny(query)
                .appendAll(unless(!query.columns().isEmpty(), "query.columns", "are missing; select at least one"))
                .appendAll(unless(
                        query.pageSize().isEmpty() || within(query.pageSize().getAsInt()),
                        "query.pageSize",
                        query.pageSize().orElse(0) + " must be from 1 to " + MOST_ROWS))
                .appendAll(unless(
                        query.limit().orElse(1) >= 1,
                        "query.limit",
                        query.limit().orElse(1) + " must be 1 or more; leave it out for all rows"));
    }

    static Seq<Violation> ofAny(Query query) {
        return unless(
                        SCHEMA.matcher(query.schema()).matches(),
                        "query.schema",
                        "'" + query.schema() + "' is no schema; give one such as nms:recipient or temp:group:1872")
                .appendAll(Vector.ofAll(query.columns()).flatMap(QueryCheck::ofColumn))
                .appendAll(Vector.ofAll(query.conditions()).flatMap(condition -> condition.match(CONDITIONS)));
    }

    @Override
    public Seq<Violation> expression(String text) {
        return Vector.empty();
    }

    @Override
    public Seq<Violation> group(boolean any, Seq<Condition> conditions) {
        return conditions.flatMap(condition -> condition.match(this));
    }

    @Override
    public Seq<Violation> exists(XPath link, boolean negated, Condition condition) {
        return condition.match(this);
    }

    @Override
    public Seq<Violation> in(Term term, boolean negated, Query query) {
        return ofAny(query)
                .appendAll(unless(
                        query.columns().size() == 1,
                        "query.columns",
                        "of a query within a condition must be one, not "
                                + query.columns().size()));
    }

    private static Seq<Violation> ofColumn(Query.Column column) {
        return unless(
                column.term() instanceof XPath || column.alias().isPresent(),
                "query.columns",
                column.term() + " needs an alias; give it a place in the row, such as @count");
    }

    private static boolean within(int rows) {
        return rows >= 1 && rows <= MOST_ROWS;
    }

    private static Vector<Violation> unless(boolean sound, String subject, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation(subject, message));
    }
}
