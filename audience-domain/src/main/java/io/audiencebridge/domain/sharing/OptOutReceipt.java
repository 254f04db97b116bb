// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.util.List;

/**
 * What became of an opt-out, leg by leg. The person is remembered first, so whatever failed afterwards, nobody shares the person any more; repeat the same request until it is
 * complete: what was done is not undone by it.
 *
 * @param legs in the order in which they were gone
 */
public record OptOutReceipt(List<OptOutLeg> legs) {
    /** Copies the legs. */
    public OptOutReceipt {
        legs = List.copyOf(legs);
    }

    /** Whether every leg is done. */
    public boolean isComplete() {
        return legs.stream().allMatch(leg -> leg.state() == OptOutLeg.State.DONE);
    }
}
