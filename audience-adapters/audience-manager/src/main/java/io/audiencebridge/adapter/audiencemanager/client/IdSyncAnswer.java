// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Optional;
import org.immutables.value.Value;

/** What came of an id sync by pixel. */
@HouseValue
@Value.Immutable
public interface IdSyncAnswer {
    /** The device, as the cookie of the answer names it. */
    Optional<AamUuid> uuid();

    /** Where the device is sent next; it was not called. */
    @Value.Redacted
    Optional<String> redirect();

    /** Whether the person has opted out: then nothing was synced. */
    @Value.Default
    default boolean optedOut() {
        return false;
    }

    /** What the answer says besides. */
    @Value.Default
    default Seq<DcsNotice> notices() {
        return Vector.empty();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds answers. */
    final class Builder extends ImmutableIdSyncAnswer.Builder {
        Builder() {}
    }
}
