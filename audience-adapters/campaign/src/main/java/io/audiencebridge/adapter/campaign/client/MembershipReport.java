// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** What a change of a list's members came to, in distinct recipients. {@code kept + entered} are in the list after a replacement. */
@HouseValue
@Value.Immutable
public interface MembershipReport {
    /** Who was in the list and stays; 0 unless the list was replaced, since nothing else reads it first. */
    @Value.Default
    default long kept() {
        return 0;
    }

    /** Who was put in. Of an addition: who is in now because it named them, whether or not they were in before. */
    @Value.Default
    default long entered() {
        return 0;
    }

    /** Who was taken out. Of a removal: whom it named, whether or not they were in before. */
    @Value.Default
    default long left() {
        return 0;
    }

    /** Who could not be put in, since Campaign has no such recipient, or none that the operator may see: usually deleted meanwhile. */
    @Value.Default
    default long missing() {
        return 0;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds reports. */
    final class Builder extends ImmutableMembershipReport.Builder {
        Builder() {}
    }
}
