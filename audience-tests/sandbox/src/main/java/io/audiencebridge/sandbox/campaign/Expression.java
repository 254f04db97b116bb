// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value or a condition over a tuple. */
sealed interface Expression {
    /** The value as text; of a condition {@code 1} or {@code 0}. */
    String valueIn(Tuple tuple);

    /** What the value is. */
    ColumnType type();

    /** A condition: something that holds or does not. */
    sealed interface Condition extends Expression {
        boolean test(Tuple tuple);

        @Override
        default String valueIn(Tuple tuple) {
            return test(tuple) ? "1" : "0";
        }

        @Override
        default ColumnType type() {
            return ColumnType.FLAG;
        }
    }

    /** A value as it stands. */
    record Literal(String value, ColumnType type) implements Expression {
        @Override
        public String valueIn(Tuple tuple) {
            return value;
        }
    }

    /** A column. */
    record Column(Path path) implements Expression {
        @Override
        public String valueIn(Tuple tuple) {
            return path.valueIn(tuple);
        }

        @Override
        public ColumnType type() {
            return path.type();
        }
    }

    /** A function of other values. */
    record Call(Function function, List<Expression> of) implements Expression {
        @Override
        public String valueIn(Tuple tuple) {
            return function.body()
                    .apply(of.stream().map(one -> one.valueIn(tuple)).toList());
        }

        @Override
        public ColumnType type() {
            return function.type() == null ? of.get(function.likeArgument()).type() : function.type();
        }
    }

    /** The value of the first condition that holds, or another one. */
    record Choice(List<Branch> branches, Expression otherwise) implements Expression {
        /** A condition and the value that it chooses. */
        record Branch(Condition when, Expression then) {}

        @Override
        public String valueIn(Tuple tuple) {
            return branches.stream()
                    .filter(branch -> branch.when().test(tuple))
                    .findFirst()
                    .map(Branch::then)
                    .orElse(otherwise)
                    .valueIn(tuple);
        }

        @Override
        public ColumnType type() {
            return branches.get(0).then().type();
        }
    }

    /** A value over a group of tuples; without an operand it counts them all. */
    record Aggregate(String name, @Nullable Expression of) implements Expression {
        static final Set<String> NAMES = Set.of("avg", "count", "countall", "countdistinct", "max", "min", "sum");

        @Override
        public String valueIn(Tuple tuple) {
            Totals totals = tuple.totals();
            return totals == null ? "" : totals.of(this);
        }

        @Override
        public ColumnType type() {
            return of != null && (name.equals("min") || name.equals("max")) ? of.type() : ColumnType.NUMBER;
        }
    }

    /** Two numbers added, subtracted, multiplied or divided, or two texts put together. */
    record Arithmetic(Expression left, char operator, Expression right) implements Expression {
        @Override
        public String valueIn(Tuple tuple) {
            String one = left.valueIn(tuple);
            String two = right.valueIn(tuple);
            return type() == ColumnType.TEXT ? one + two : Values.text(number(Values.number(one), Values.number(two)));
        }

        private BigDecimal number(BigDecimal one, BigDecimal two) {
            return switch (operator) {
                case '+' -> one.add(two);
                case '-' -> one.subtract(two);
                case '*' -> one.multiply(two);
                default -> two.signum() == 0 ? BigDecimal.ZERO : one.divide(two, MathContext.DECIMAL64);
            };
        }

        @Override
        public ColumnType type() {
            return operator != '+' || (left.type().isNumber() && right.type().isNumber())
                    ? ColumnType.NUMBER
                    : ColumnType.TEXT;
        }
    }

    /** Always so. */
    record Always() implements Condition {
        @Override
        public boolean test(Tuple tuple) {
            return true;
        }
    }

    /** Both. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public boolean test(Tuple tuple) {
            return left.test(tuple) && right.test(tuple);
        }
    }

    /** One of them. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public boolean test(Tuple tuple) {
            return left.test(tuple) || right.test(tuple);
        }
    }

    /** Not that. */
    record Not(Condition inner) implements Condition {
        @Override
        public boolean test(Tuple tuple) {
            return !inner.test(tuple);
        }
    }

    /** Two values and how they stand to each other; a time that is not there stands in no relation to another one. */
    record Comparison(Expression left, String operator, Expression right) implements Condition {
        @Override
        public boolean test(Tuple tuple) {
            String one = left.valueIn(tuple);
            String two = right.valueIn(tuple);
            ColumnType type = compared();
            if (type.isTime() && (one.isEmpty() || two.isEmpty())) {
                return false;
            }
            int order = Values.compare(type, one, two);
            return switch (operator) {
                case "=" -> order == 0;
                case "!=", "<>" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }

        private ColumnType compared() {
            return left.type().isNumber() || left.type().isTime() ? left.type() : right.type();
        }
    }

    /** One of several values. */
    record In(Expression value, List<Expression> among) implements Condition {
        @Override
        public boolean test(Tuple tuple) {
            String one = value.valueIn(tuple);
            return among.stream().anyMatch(two -> Values.compare(value.type(), one, two.valueIn(tuple)) == 0);
        }
    }

    /** One of the values that another query found. */
    record Among(Expression value, Set<String> values) implements Condition {
        static Among of(Expression value, java.util.stream.Stream<String> found) {
            return new Among(
                    value,
                    found.map(text -> Values.canonical(value.type(), text)).collect(Collectors.toSet()));
        }

        @Override
        public boolean test(Tuple tuple) {
            return values.contains(Values.canonical(value.type(), value.valueIn(tuple)));
        }
    }

    /** A record of the collection for which the inner condition holds. */
    record Exists(String collection, Condition inner, CampaignData data) implements Condition {
        @Override
        public boolean test(Tuple tuple) {
            for (Row row : Joins.rows(tuple.base(), collection, data)) {
                if (inner.test(new Tuple(row, null))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Text with {@code %} and {@code _}. */
    record Like(Expression value, Pattern pattern) implements Condition {
        @Override
        public boolean test(Tuple tuple) {
            return pattern.matcher(value.valueIn(tuple)).matches();
        }
    }

    /** Nothing there: Campaign keeps an absent text as an empty one. */
    record IsNull(Expression value) implements Condition {
        @Override
        public boolean test(Tuple tuple) {
            return value.valueIn(tuple).isEmpty();
        }
    }

    /** The word that a value of an enumeration stands for, or its label. */
    record Word(Path path, boolean label) implements Expression {
        @Override
        public String valueIn(Tuple tuple) {
            Enumeration.Word word = Enumeration.word(path.schema(), path.column(), path.valueIn(tuple));
            return label ? word.label() : word.name();
        }

        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }
    }
}
