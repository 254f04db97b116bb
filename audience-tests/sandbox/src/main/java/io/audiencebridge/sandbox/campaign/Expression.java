// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A condition over a tuple. */
sealed interface Expression {
    boolean test(Tuple tuple);

    /** A value in a condition. */
    sealed interface Operand {
        String valueIn(Tuple tuple);

        /** Whether it is compared as a number. */
        boolean isNumber();
    }

    /** Text or a number as it stands. */
    record Literal(String value, boolean isNumber) implements Operand {
        @Override
        public String valueIn(Tuple tuple) {
            return value;
        }
    }

    /** A column. */
    record Column(Path path) implements Operand {
        @Override
        public String valueIn(Tuple tuple) {
            return path.valueIn(tuple);
        }

        @Override
        public boolean isNumber() {
            return path.number();
        }
    }

    /** {@code Lower}, {@code Upper} or {@code Length} of another value. */
    record Function(String name, Operand of) implements Operand {
        @Override
        public String valueIn(Tuple tuple) {
            String value = of.valueIn(tuple);
            return switch (name) {
                case "lower" -> value.toLowerCase(Locale.ROOT);
                case "upper" -> value.toUpperCase(Locale.ROOT);
                default -> Integer.toString(value.length());
            };
        }

        @Override
        public boolean isNumber() {
            return name.equals("length");
        }
    }

    /** Both. */
    record And(Expression left, Expression right) implements Expression {
        @Override
        public boolean test(Tuple tuple) {
            return left.test(tuple) && right.test(tuple);
        }
    }

    /** One of them. */
    record Or(Expression left, Expression right) implements Expression {
        @Override
        public boolean test(Tuple tuple) {
            return left.test(tuple) || right.test(tuple);
        }
    }

    /** Not that. */
    record Not(Expression inner) implements Expression {
        @Override
        public boolean test(Tuple tuple) {
            return !inner.test(tuple);
        }
    }

    /** Two values and how they stand to each other. */
    record Comparison(Operand left, String operator, Operand right) implements Expression {
        @Override
        public boolean test(Tuple tuple) {
            int order = order(left.valueIn(tuple), right.valueIn(tuple));
            return switch (operator) {
                case "=" -> order == 0;
                case "!=", "<>" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }

        private int order(String one, String two) {
            return left.isNumber() || right.isNumber() ? Ids.compare(one, two) : one.compareTo(two);
        }
    }

    /** One of several values. */
    record In(Operand value, List<Operand> among) implements Expression {
        @Override
        public boolean test(Tuple tuple) {
            String text = value.valueIn(tuple);
            return among.stream().anyMatch(one -> one.valueIn(tuple).equals(text));
        }
    }

    /** Text with {@code %} and {@code _}. */
    record Like(Operand value, Pattern pattern) implements Expression {
        @Override
        public boolean test(Tuple tuple) {
            return pattern.matcher(value.valueIn(tuple)).matches();
        }
    }

    /** Nothing there: Campaign keeps an absent text as an empty one. */
    record IsNull(Operand value) implements Expression {
        @Override
        public boolean test(Tuple tuple) {
            return value.valueIn(tuple).isEmpty();
        }
    }
}
