// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Duration;
import java.time.Instant;

/**
 * When a member that was shared is sent again, so that an audience whose members expire never dies because the ledger knows them all (SEMANTICS S15). Members
 * are renewed at the first share in the last quarter of their time, which leaves weekly shares four chances at the usual 120 days.
 */
public final class Renewal {
    private static final int QUARTERS = 4;

    private Renewal() {}

    /**
     * The time before which a member must have been sent to be renewed now.
     *
     * @param now the time of the share
     * @param timeToLive how long a member stays without being sent again
     */
    public static Instant sentBefore(Instant now, Duration timeToLive) {
        return now.minus(timeToLive.dividedBy(QUARTERS).multipliedBy(QUARTERS - 1L));
    }
}
