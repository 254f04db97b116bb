// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.Violation;
import io.vavr.control.Either;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place in a record: an attribute such as {@code @email}, an element such as {@code desc}, either of a linked record such as {@code [folder/@label]}.
 * Nothing but names, slashes and the sign of an attribute, so that it can stand in an expression without harm. Brackets are added where Campaign needs
 * them and may be left out. Immutable; equal when they mean the same place.
 */
public final class XPath implements Term {
    private static final Pattern PLAIN = Pattern.compile("@?[A-Za-z_][A-Za-z0-9_]*");
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*([.:-][A-Za-z0-9_]+)*";
    private static final Pattern STEPS = Pattern.compile("(" + NAME + "/){0,7}@?" + NAME);
    private static final Set<String> WORDS_OF_EXPRESSIONS =
            Set.of("and", "or", "not", "in", "is", "null", "like", "true", "false");

    private final String place;
    private final String expression;

    private XPath(String bare) {
        this.place = bare.replace("@", "");
        boolean plain = PLAIN.matcher(bare).matches() && !WORDS_OF_EXPRESSIONS.contains(bare.toLowerCase(Locale.ROOT));
        this.expression = plain ? bare : "[" + bare + "]";
    }

    /**
     * A path that the program itself knows.
     *
     * @throws IllegalArgumentException if it is no path; see {@link #parse} for one that comes from elsewhere
     */
    public static XPath of(String text) {
        return parse(text).getOrElseThrow(wrong -> new IllegalArgumentException(wrong.toString()));
    }

    /** Reads a path, with or without its brackets; left when it is none. */
    public static Either<Violation, XPath> parse(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
        String bare = bracketed ? text.substring(1, text.length() - 1) : text;
        return STEPS.matcher(bare).matches()
                ? Either.right(new XPath(bare))
                : Either.left(new Violation(
                        "path",
                        "'" + text + "' is no path to a column; give one such as @email, desc or [location/@city]"));
    }

    @Override
    public String expression() {
        return expression;
    }

    /** Where its value stands in a row, such as {@code email} or {@code folder/label}. */
    public String place() {
        return place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof XPath path && path.expression.equals(expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    @Override
    public String toString() {
        return expression;
    }
}
