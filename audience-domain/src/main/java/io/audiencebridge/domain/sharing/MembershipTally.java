// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** How the kept membership of an audience changed by the deliveries that a run applied, in keys (SEMANTICS S6). */
@HouseValue
@Value.Immutable
public interface MembershipTally {
    /** Deliveries applied, full ones and changes; 0 when nothing new had come. */
    int deliveries();

    /** Keys that were not in the membership before. */
    long entered();

    /** Keys that were delivered and had been in the membership before. */
    long again();

    /** Keys that were in the membership before and are no more. */
    long left();

    /** Keys in the membership now. */
    long members();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds tallies. */
    final class Builder extends ImmutableMembershipTally.Builder {
        Builder() {}
    }
}
