// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a condition says about one column: the only values that it can have, the least and the greatest. Values are ids or times, in the order of the column. */
final class Bounds {
    /** More named values than this are tested row by row: looking each up would cost more. */
    private static final int MOST_NAMED = 20_000;

    private final String column;
    private @Nullable NavigableSet<String> named;
    private @Nullable String least;
    private boolean leastIncluded;
    private @Nullable String greatest;
    private boolean greatestIncluded;

    private Bounds(String column) {
        this.column = column;
    }

    static Bounds of(String column, List<Expression.Condition> conjuncts) {
        Bounds bounds = new Bounds(column);
        conjuncts.forEach(bounds::note);
        return bounds;
    }

    private void note(Expression.Condition condition) {
        if (condition instanceof Expression.Among among
                && among.values().size() <= MOST_NAMED
                && isOwn(among.value())) {
            narrow(among.values());
        } else if (condition instanceof Expression.Comparison comparison
                && isOwn(comparison.left())
                && comparison.right() instanceof Expression.Literal literal) {
            note(comparison.operator(), literal.value());
        }
    }

    private boolean isOwn(Expression value) {
        return value instanceof Expression.Column own && own.path().isOwn(column);
    }

    private void note(String operator, String value) {
        switch (operator) {
            case "=" -> narrow(List.of(value));
            case ">", ">=" -> {
                least = value;
                leastIncluded = operator.equals(">=");
            }
            case "<", "<=" -> {
                greatest = value;
                greatestIncluded = operator.equals("<=");
            }
            default -> {
                // Says nothing about where to look.
            }
        }
    }

    private void narrow(Iterable<String> values) {
        NavigableSet<String> only = new TreeSet<>(Ids.ORDER);
        values.forEach(only::add);
        if (named != null) {
            only.retainAll(named);
        }
        named = only;
    }

    /** The only values; null if the condition does not name them. */
    @Nullable
    NavigableSet<String> named() {
        return named;
    }

    @Nullable
    String least() {
        return least;
    }

    NavigableSet<String> within(NavigableSet<String> ids) {
        if (isEmpty()) {
            return new TreeSet<>(Ids.ORDER);
        }
        NavigableSet<String> rest = least == null ? ids : ids.tailSet(least, leastIncluded);
        return greatest == null ? rest : rest.headSet(greatest, greatestIncluded);
    }

    <T> NavigableMap<String, T> within(NavigableMap<String, T> table) {
        if (isEmpty()) {
            return new java.util.TreeMap<>();
        }
        NavigableMap<String, T> rest = least == null ? table : table.tailMap(least, leastIncluded);
        return greatest == null ? rest : rest.headMap(greatest, greatestIncluded);
    }

    private boolean isEmpty() {
        return least != null && greatest != null && Ids.compare(least, greatest) > 0;
    }
}
