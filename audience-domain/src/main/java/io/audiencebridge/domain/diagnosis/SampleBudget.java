// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/**
 * How much a forecast may read.
 *
 * @param keys keys of either side at the most; a side that has no more is read whole
 * @param share of a larger side at the most, where its source can be sampled; 0.001 is one in a thousand. {@link #FEWEST} keys are read even if they are more than that
 * @param confidence at which its intervals hold, such as 0.95
 * @param seed chooses the sample; the same seed chooses the same
 */
public record SampleBudget(long keys, double share, double confidence, long seed) {
    /** Fewer keys than that tell too little to be worth a call. */
    public static final long FEWEST = 10_000;

    /** Refuses what is no budget. */
    public SampleBudget {
        if (keys < 1 || !(share > 0 && share <= 1) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "A budget is at least one key, a share in (0, 1] and a confidence in (0, 1); this one is " + keys
                            + ", " + share + ", " + confidence);
        }
    }

    /** 100,000 keys of either side, one in a thousand, at 95%. */
    public static SampleBudget usual() {
        return new SampleBudget(100_000, 0.001, 0.95, 1);
    }

    /** How many of {@code total} may be read; all of them if that is no more than {@link #keys}. */
    public long of(long total) {
        return total <= keys ? total : Math.min(keys, Math.max(FEWEST, (long) (share * total)));
    }
}
