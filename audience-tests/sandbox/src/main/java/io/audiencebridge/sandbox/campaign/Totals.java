// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What the aggregates of a query come to over one group. */
final class Totals {
    private final IdentityHashMap<Expression.Aggregate, Sum> sums = new IdentityHashMap<>();

    Totals(List<Expression.Aggregate> aggregates) {
        aggregates.forEach(aggregate -> sums.put(aggregate, new Sum(aggregate)));
    }

    void add(Tuple tuple) {
        sums.values().forEach(sum -> sum.add(tuple));
    }

    String of(Expression.Aggregate aggregate) {
        Sum sum = sums.get(aggregate);
        return sum == null ? "" : sum.value();
    }

    private static final class Sum {
        private final Expression.Aggregate aggregate;
        private final Set<String> distinct = new HashSet<>();
        private long count;
        private BigDecimal total = BigDecimal.ZERO;
        private String extreme = "";

        Sum(Expression.Aggregate aggregate) {
            this.aggregate = aggregate;
        }

        void add(Tuple tuple) {
            String value = aggregate.of() == null ? "" : aggregate.of().valueIn(tuple);
            if (aggregate.of() != null && value.isEmpty()) {
                return;
            }
            count++;
            switch (aggregate.name()) {
                case "countdistinct" -> distinct.add(value);
                case "sum", "avg" -> total = total.add(Values.number(value));
                case "min" -> extreme = count == 1 || order(value) < 0 ? value : extreme;
                case "max" -> extreme = count == 1 || order(value) > 0 ? value : extreme;
                default -> {
                    // Counted.
                }
            }
        }

        private int order(String value) {
            return Values.compare(aggregate.type(), value, extreme);
        }

        String value() {
            return switch (aggregate.name()) {
                case "countdistinct" -> Integer.toString(distinct.size());
                case "sum" -> Values.text(total);
                case "avg" ->
                    count == 0 ? "0" : Values.text(total.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64));
                case "min", "max" -> extreme;
                default -> Long.toString(count);
            };
        }
    }
}
