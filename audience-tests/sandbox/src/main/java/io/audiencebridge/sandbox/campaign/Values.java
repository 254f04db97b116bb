// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.math.BigDecimal;

/** Texts as the numbers and the order that they stand for. */
final class Values {
    private static final int LONGEST_WHOLE = 18;

    private Values() {}

    /** How two values of a type stand to each other. */
    static int compare(ColumnType type, String one, String two) {
        if (type.isNumber()) {
            if (isWhole(one) && isWhole(two)) {
                return Ids.compareNumbers(one, two);
            }
            return !isNumber(one) || !isNumber(two)
                    ? Ids.compare(one, two)
                    : number(one).compareTo(number(two));
        }
        return type.isTime() ? Times.normal(one).compareTo(Times.normal(two)) : one.compareTo(two);
    }

    /** A value in the one form that equal ones share. */
    static String canonical(ColumnType type, String value) {
        if (type.isNumber() && isNumber(value)) {
            return isWhole(value) ? Long.toString(Long.parseLong(value)) : text(number(value));
        }
        return type.isTime() ? Times.normal(value) : value;
    }

    /** The number that a text says; 0 if it says none, as Campaign reads nothing. */
    static BigDecimal number(String text) {
        try {
            return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.strip());
        } catch (NumberFormatException notOne) {
            return BigDecimal.ZERO;
        }
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isWhole(String text) {
        return text.length() <= LONGEST_WHOLE && Ids.isNumber(text);
    }

    private static boolean isNumber(String text) {
        return Ids.isNumber(text) || text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    }
}
