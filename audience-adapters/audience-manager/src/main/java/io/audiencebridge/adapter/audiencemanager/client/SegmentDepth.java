// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Frequency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.HasTrait;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Not;
import io.vavr.collection.Seq;

/** How many nodes of a segment rule stand above one another. */
enum SegmentDepth implements SegmentRule.Cases<Integer> {
    /** The deepest path. */
    DEEPEST;

    static int of(Seq<SegmentRule> parts) {
        return parts.toJavaStream().mapToInt(part -> part.match(DEEPEST)).max().orElse(0);
    }

    @Override
    public Integer hasTrait(HasTrait rule) {
        return 1;
    }

    @Override
    public Integer allOf(AllOf rule) {
        return 1 + of(rule.parts());
    }

    @Override
    public Integer anyOf(AnyOf rule) {
        return 1 + of(rule.parts());
    }

    @Override
    public Integer not(Not rule) {
        return 1 + rule.rule().match(this);
    }

    @Override
    public Integer frequency(Frequency rule) {
        return 1;
    }
}
