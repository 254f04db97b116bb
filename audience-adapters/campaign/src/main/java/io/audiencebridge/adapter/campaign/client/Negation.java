// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.vavr.collection.Seq;

/** Turns a condition into its opposite. A group has none on the wire, so its parts are turned, as De Morgan says; that holds for unknown values, too. */
final class Negation implements Condition.Cases<Condition> {
    static final Negation CASES = new Negation();

    private Negation() {}

    @Override
    public Condition expression(String text) {
        return new Comparison("NOT (" + text + ")");
    }

    @Override
    public Condition group(boolean any, Seq<Condition> conditions) {
        return new Group(!any, conditions.map(Condition::not));
    }

    @Override
    public Condition exists(XPath link, boolean negated, Condition condition) {
        return new Existence(link, !negated, condition);
    }

    @Override
    public Condition in(Term term, boolean negated, Query query) {
        return new Membership(term, !negated, query);
    }
}
