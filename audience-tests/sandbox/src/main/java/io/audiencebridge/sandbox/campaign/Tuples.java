// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows joined with the one collection that a query names: one tuple for each record of it, or one without if there is none. */
final class Tuples {
    private Tuples() {}

    static Stream<Tuple> of(Row row, Expression expression, CampaignData data) {
        return of(row, collection(List.of(expression)), data);
    }

    static Stream<Tuple> of(Row row, @Nullable String collection, CampaignData data) {
        if (collection == null) {
            return Stream.of(new Tuple(row, null));
        }
        List<? extends Row> rows = Joins.rows(row, collection, data);
        return rows.isEmpty() ? Stream.of(new Tuple(row, null)) : rows.stream().map(one -> new Tuple(row, one));
    }

    /** Hands the tuples of a row to {@code taker}: no stream for each of a million rows. */
    static void each(Row row, String collection, CampaignData data, Consumer<Tuple> taker) {
        List<? extends Row> rows = Joins.rows(row, collection, data);
        if (rows.isEmpty()) {
            taker.accept(new Tuple(row, null));
        } else {
            rows.forEach(one -> taker.accept(new Tuple(row, one)));
        }
    }

    /** The collection that expressions name; null if none. A fault if they name two. */
    static @Nullable String collection(List<? extends Expression> expressions) {
        Set<String> collections = new HashSet<>();
        expressions.forEach(expression -> note(expression, collections));
        if (collections.size() > 1) {
            throw SoapFault.badExpression("two collections in one query");
        }
        return collections.stream().findFirst().orElse(null);
    }

    private static void note(Expression expression, Set<String> collections) {
        if (expression instanceof Expression.Column column && column.path().collection() != null) {
            collections.add(column.path().collection());
        }
        Parts.of(expression).forEach(part -> note(part, collections));
    }
}
