// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;

/**
 * Which records a query is about. Made of places and typed values alone; there is no way to put free text into one. Immutable; prints itself masked.
 *
 * <p>As in SQL, a comparison with a value that is not there holds for no record. Campaign stores texts that are not there as empty ones in most columns;
 * {@link #isEmpty} looks at both. Source: Campaign Classic, "Data oriented APIs".
 */
public sealed interface Condition permits Comparison, Group, Existence, Membership {
    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /** The value is that one. */
    static Condition equal(Term term, Literal value) {
        return Comparison.of(term, "=", value);
    }

    /** The value is there and another one. */
    static Condition notEqual(Term term, Literal value) {
        return Comparison.of(term, "!=", value);
    }

    /** The value lies before that one. */
    static Condition lessThan(Term term, Literal value) {
        return Comparison.of(term, "<", value);
    }

    /** The value is that one or lies before it. */
    static Condition atMost(Term term, Literal value) {
        return Comparison.of(term, "<=", value);
    }

    /** The value lies behind that one. */
    static Condition greaterThan(Term term, Literal value) {
        return Comparison.of(term, ">", value);
    }

    /** The value is that one or lies behind it. */
    static Condition atLeast(Term term, Literal value) {
        return Comparison.of(term, ">=", value);
    }

    /** The text contains {@code part}; signs that mean something in patterns stand for themselves. */
    static Condition containing(Term term, String part) {
        return Comparison.of(term, "LIKE", Literal.pattern("%", part, "%"));
    }

    /** The text begins with {@code part}; signs that mean something in patterns stand for themselves. */
    static Condition startingWith(Term term, String part) {
        return Comparison.of(term, "LIKE", Literal.pattern("", part, "%"));
    }

    /** The text ends with {@code part}; signs that mean something in patterns stand for themselves. */
    static Condition endingWith(Term term, String part) {
        return Comparison.of(term, "LIKE", Literal.pattern("%", part, ""));
    }

    /** The value is one of these; of none if there are none. For more than some thousand use {@link #in(Term, Query)}. */
    static Condition in(Term term, List<Literal> values) {
        return Comparison.among(term, values);
    }

    /** The value is one of those that {@code query} finds, whose one column is looked at. */
    static Condition in(Term term, Query query) {
        return new Membership(term, false, query);
    }

    /** There is no value. */
    static Condition isNull(Term term) {
        return new Comparison(term.expression() + " IS NULL");
    }

    /** There is no text, or an empty one. */
    static Condition isEmpty(Term text) {
        return or(isNull(text), equal(text, Literal.of("")));
    }

    /** At least one record behind {@code link} meets {@code condition}. */
    static Condition exists(XPath link, Condition condition) {
        return new Existence(link, false, condition);
    }

    /** All of them hold. */
    static Condition and(Condition first, Condition... more) {
        return new Group(false, Vector.of(first).appendAll(List.of(more)));
    }

    /** At least one of them holds. */
    static Condition or(Condition first, Condition... more) {
        return new Group(true, Vector.of(first).appendAll(List.of(more)));
    }

    /** It does not hold. */
    static Condition not(Condition condition) {
        return condition.match(Negation.CASES);
    }

    /**
     * A reader for each form; total, so that a new form breaks every reader at compile time.
     *
     * @param <R> what a reader answers
     */
    interface Cases<R> {
        /** An expression, its values escaped. May hold a person's: not for logs. */
        R expression(String text);

        /** Several conditions, all of which must hold, or {@code any} of them. */
        R group(boolean any, Seq<Condition> conditions);

        /** A linked record, or none, that meets {@code condition}. */
        R exists(XPath link, boolean negated, Condition condition);

        /** A value, or none, that a query finds. */
        R in(Term term, boolean negated, Query query);
    }
}
