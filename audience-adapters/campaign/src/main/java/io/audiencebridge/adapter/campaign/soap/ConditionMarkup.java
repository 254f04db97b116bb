// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Term;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Conditions as XML. All that stand side by side carry the same operator, so that it does not matter whether a server ties it to the condition before or to
 * the one behind.
 */
record ConditionMarkup(String operator, MarkupWriter out) implements Condition.Cases<MarkupWriter> {
    /** Writes {@code conditions} as the children of the element that is open: all must hold, or {@code any} of them. */
    static void write(boolean any, Seq<Condition> conditions, MarkupWriter out) {
        ConditionMarkup markup = new ConditionMarkup(any ? "OR" : "AND", out);
        conditions.forEach(condition -> condition.match(markup));
    }

    @Override
    public MarkupWriter expression(String text) {
        return open().attribute("expr", text).close();
    }

    @Override
    public MarkupWriter group(boolean any, Seq<Condition> conditions) {
        open();
        write(any, conditions, out);
        return out.close();
    }

    @Override
    public MarkupWriter exists(XPath link, boolean negated, Condition condition) {
        open().attribute("expr", link.expression()).attribute("setOperator", negated ? "NOT EXISTS" : "EXISTS");
        write(false, Vector.of(condition), out);
        return out.close();
    }

    @Override
    public MarkupWriter in(Term term, boolean negated, Query query) {
        open().attribute("expr", term.expression()).attribute("setOperator", negated ? "NOT IN" : "IN");
        out.open("subQuery").attribute("schema", query.schema());
        SelectMarkup.body(query, Vector.ofAll(query.conditions()), out);
        return out.close().close();
    }

    private MarkupWriter open() {
        return out.open("condition").attribute("boolOperator", operator);
    }
}
