// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Frequency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.HasTrait;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Not;
import io.vavr.collection.Seq;
import java.util.stream.Collectors;

/** Writes segment rules, in parentheses or not. Depth is bounded by the nodes' constructors. */
final class SegmentText implements SegmentRule.Cases<String> {
    /** As a whole. */
    static final SegmentText PLAIN = new SegmentText(false);

    /** As a part of AND or OR. UNVERIFIED: that AND binds closer than OR in segment rules, too; parentheses leave no doubt. */
    private static final SegmentText PART = new SegmentText(true);

    private final boolean isPart;

    private SegmentText(boolean isPart) {
        this.isPart = isPart;
    }

    @Override
    public String hasTrait(HasTrait rule) {
        return rule.sid() + "T";
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
    public String frequency(Frequency rule) {
        String traits = rule.ofTraits().stream().map(sid -> sid + "T").collect(Collectors.joining(","));
        String recency = rule.recency()
                .map(when -> " " + when.span().sign() + " " + when.days() + "D")
                .orElse("");
        return "frequency([" + traits + "]" + recency + ") " + rule.bound().sign() + " " + rule.count();
    }

    private String row(Seq<SegmentRule> parts, String operator) {
        String row = parts.map(part -> part.match(PART)).mkString(operator);
        return isPart ? "(" + row + ")" : row;
    }
}
