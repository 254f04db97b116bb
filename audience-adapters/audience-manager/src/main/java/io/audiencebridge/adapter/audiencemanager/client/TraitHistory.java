// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.util.Optional;

/** One profile, as a segment's rule looks at it. */
public interface TraitHistory {
    /** Whether the profile has the trait. */
    boolean has(long sid);

    /** How often the profile qualified for the trait, of all time or in the span that {@code recency} names. */
    long times(long sid, Optional<SegmentRule.Recency> recency);

    /** The profile of somebody who was never seen. */
    static TraitHistory empty() {
        return new TraitHistory() {
            @Override
            public boolean has(long sid) {
                return false;
            }

            @Override
            public long times(long sid, Optional<SegmentRule.Recency> recency) {
                return 0;
            }
        };
    }
}
