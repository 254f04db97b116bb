// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Frequency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.HasTrait;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Not;

/** Whether a segment rule is true for a profile. */
record SegmentValue(TraitHistory profile) implements SegmentRule.Cases<Boolean> {
    @Override
    public Boolean hasTrait(HasTrait rule) {
        return profile.has(rule.sid());
    }

    @Override
    public Boolean allOf(AllOf rule) {
        return rule.parts().forAll(part -> part.match(this));
    }

    @Override
    public Boolean anyOf(AnyOf rule) {
        return rule.parts().exists(part -> part.match(this));
    }

    @Override
    public Boolean not(Not rule) {
        return !rule.rule().match(this);
    }

    @Override
    public Boolean frequency(Frequency rule) {
        long times = rule.ofTraits().stream()
                .mapToLong(sid -> profile.times(sid, rule.recency()))
                .sum();
        return switch (rule.bound()) {
            case AT_LEAST -> times >= rule.count();
            case AT_MOST -> times <= rule.count();
            case EXACTLY -> times == rule.count();
        };
    }
}
