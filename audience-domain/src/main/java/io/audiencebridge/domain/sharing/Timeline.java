// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** One run from its request to the visible audience. */
@HouseValue
@Value.Immutable
public interface Timeline {

    /** The run as it is now. */
    Receipt receipt();

    /** What was, or is, shared: from where to where, for people. */
    String subject();

    /** When this was looked at. */
    Instant at();

    /** The legs, in order. */
    List<TimelineLeg> legs();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds timelines. */
    final class Builder extends ImmutableTimeline.Builder {
        Builder() {}
    }
}
