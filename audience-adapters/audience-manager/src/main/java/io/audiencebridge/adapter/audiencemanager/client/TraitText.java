// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Not;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Signal;
import io.vavr.collection.Seq;

/** Writes trait rules, in parentheses or not. Depth is bounded by the nodes' constructors. */
final class TraitText implements TraitRule.Cases<String> {
    /** As a whole. */
    static final TraitText PLAIN = new TraitText(false);

    /** As a part of something else. */
    private static final TraitText PART = new TraitText(true);

    private final boolean isPart;

    private TraitText(boolean isPart) {
        this.isPart = isPart;
    }

    @Override
    public String allOf(AllOf rule) {
        return row(rule.parts(), " AND ");
    }

    @Override
    public String anyOf(AnyOf rule) {
        return row(rule.parts(), " OR ");
    }

    @Override
    public String not(Not rule) {
        return "NOT (" + rule.rule().match(PLAIN) + ")";
    }

    @Override
    public String signal(Signal rule) {
        return TraitKey.text(rule.key()) + " " + rule.operator().sign() + " "
                + rule.operand().text();
    }

    private String row(Seq<TraitRule> parts, String operator) {
        String row = parts.map(part -> part.match(PART)).mkString(operator);
        return isPart ? "(" + row + ")" : row;
    }
}
