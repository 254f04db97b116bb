// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Frequency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.HasTrait;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Not;
import java.util.stream.Stream;

/** The numbers of the traits in a segment rule. */
enum SegmentTraits implements SegmentRule.Cases<Stream<Long>> {
    /** From left to right, repeated ones each time. */
    IN_ORDER;

    @Override
    public Stream<Long> hasTrait(HasTrait rule) {
        return Stream.of(rule.sid());
    }

    @Override
    public Stream<Long> allOf(AllOf rule) {
        return rule.parts().toJavaStream().flatMap(part -> part.match(this));
    }

    @Override
    public Stream<Long> anyOf(AnyOf rule) {
        return rule.parts().toJavaStream().flatMap(part -> part.match(this));
    }

    @Override
    public Stream<Long> not(Not rule) {
        return rule.rule().match(this);
    }

    @Override
    public Stream<Long> frequency(Frequency rule) {
        return rule.ofTraits().stream();
    }
}
