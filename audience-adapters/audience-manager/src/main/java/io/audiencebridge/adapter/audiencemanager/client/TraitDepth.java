// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Not;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Signal;
import io.vavr.collection.Seq;

/** How many nodes of a trait rule stand above one another. */
enum TraitDepth implements TraitRule.Cases<Integer> {
    /** The deepest path. */
    DEEPEST;

    static int of(Seq<TraitRule> parts) {
        return parts.toJavaStream().mapToInt(part -> part.match(DEEPEST)).max().orElse(0);
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
    public Integer signal(Signal rule) {
        return 1;
    }
}
