// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.texts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.Watched;

/** Rules of traits and of segments, as text and as the JSON tree that the API gives. */
class RulesFuzzTest {
    @FuzzTest
    void any_text_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input).perhapsAmplified();
        String text = foreign.text();
        Watched.reading(foreign.length(), () -> {
            SegmentRule.parse(text).forEach(rule -> {
                SegmentRule again = SegmentRule.parse(rule.text()).get();
                require(again.equals(rule), "A segment rule that was read is written as another");
                require(
                        SegmentRule.parseTree(rule.tree()).get().equals(rule),
                        "A segment rule has another rule's tree");
            });
            SegmentRule.parseTree(text).forEach(SegmentRule::text);
            TraitRule.parse(text).forEach(rule -> {
                require(
                        TraitRule.parse(rule.text()).get().equals(rule),
                        "A trait rule that was read is written as another");
                rule.tree();
            });
            TraitRule.parseTree(text).forEach(TraitRule::violations);
            TraitRule.valid(text);
        });
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
