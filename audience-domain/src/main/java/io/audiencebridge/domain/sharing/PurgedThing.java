// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import org.immutables.value.Value;

/** A thing that goes, or would go. Its name holds no person's id. */
@HouseValue
@Value.Immutable
public interface PurgedThing {
    /** What it is, such as {@code RUN} or {@code MEMBERSHIP}. */
    String kind();

    /** Which one. */
    String name();

    /** Since when it was not written any more. */
    Duration age();

    /** Its size; 0 where nobody knows. */
    long bytes();

    /** Why it may go, a sentence without an end. */
    String because();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds things. */
    final class Builder extends ImmutablePurgedThing.Builder {
        Builder() {}
    }
}
