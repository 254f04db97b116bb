// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The groups of a query: tuples with the same keys, of which aggregates are taken. Without keys all tuples are one group. */
final class Grouping {
    private static final Row NOTHING = column -> "";

    private final List<Expression> keys;
    private final List<Expression.Aggregate> aggregates;
    private final Expression.Condition having;

    private Grouping(List<Expression> keys, List<Expression.Aggregate> aggregates, Expression.Condition having) {
        this.keys = keys;
        this.aggregates = aggregates;
        this.having = having;
    }

    /** Groups by keys for the aggregates in values; none if there are neither. */
    static Grouping of(List<Expression> keys, List<Expression> values, Expression.Condition having) {
        return new Grouping(
                keys,
                values.stream()
                        .flatMap(value -> Parts.aggregates(value).stream())
                        .toList(),
                having);
    }

    boolean isNone() {
        return keys.isEmpty() && aggregates.isEmpty();
    }

    /** One tuple for each group, in the order of their first ones. */
    Stream<Tuple> groups(Stream<Tuple> tuples) {
        if (isNone()) {
            return tuples;
        }
        Map<List<String>, Tuple> groups = new LinkedHashMap<>();
        tuples.forEach(tuple -> add(tuple, groups));
        if (groups.isEmpty() && keys.isEmpty()) {
            groups.put(List.of(), new Tuple(NOTHING, null).with(new Totals(aggregates)));
        }
        return groups.values().stream().filter(having::test);
    }

    private void add(Tuple tuple, Map<List<String>, Tuple> groups) {
        List<String> key = keys.stream().map(one -> one.valueIn(tuple)).toList();
        Tuple group = groups.computeIfAbsent(key, absent -> tuple.with(new Totals(aggregates)));
        Totals totals = group.totals();
        if (totals != null) {
            totals.add(tuple);
        }
    }
}
