// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A value in an expression, written by its type, so that no value can become a piece of the expression. A text may hold anything that XML can carry; a
 * query with another character is refused before it is sent. Prints itself masked, since values may be a person's.
 *
 * <p>Source: the escaping rules of Adobe's own client.
 */
public final class Literal {
    /** A dollar could begin a macro such as {@code $(folder)}; as a function's result it cannot. UNVERIFIED: that macros are looked for in these expressions. */
    private static final String DOLLAR = "' + Char('36') + '";

    private final String expression;

    private Literal(String expression) {
        this.expression = expression;
    }

    /** A text. */
    public static Literal of(String text) {
        return new Literal("'" + quoted(text) + "'");
    }

    /** A whole number. */
    public static Literal of(long number) {
        return new Literal(Long.toString(number));
    }

    /** A number with decimals. */
    public static Literal of(BigDecimal number) {
        return new Literal(number.toPlainString());
    }

    /** Yes or no. */
    public static Literal of(boolean flag) {
        return new Literal(flag ? "1" : "0");
    }

    /** A day. */
    public static Literal of(LocalDate day) {
        return new Literal("#" + day + "#");
    }

    /** A point in time, to the millisecond; what is below is cut off. */
    public static Literal of(Instant time) {
        return new Literal("#" + time.truncatedTo(ChronoUnit.MILLIS) + "#");
    }

    /** As it stands in an expression. May be a person's: not for logs. */
    public String expression() {
        return expression;
    }

    /** A pattern for LIKE in which {@code text} stands for itself. */
    static Literal pattern(String before, String text, String after) {
        String itself = quoted(text).replace("%", "\\%").replace("_", "\\_");
        return new Literal("'" + before + itself + after + "'");
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'").replace("$", DOLLAR);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Literal literal && literal.expression.equals(expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    @Override
    public String toString() {
        return "Literal[hidden]";
    }
}
