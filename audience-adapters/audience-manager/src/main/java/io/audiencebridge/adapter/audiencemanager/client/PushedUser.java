// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A user in a push. Ids are not printed. At least one of the two is there. */
@HouseValue
@Value.Immutable
public interface PushedUser {
    /** Audience Manager's own id of the device, as it came; its length is not checked, since the documents' own sample has another. */
    @Value.Redacted
    Optional<String> aamUuid();

    /** The id in the message's data source, as it came. */
    @Value.Redacted
    Optional<String> partnerUuid();

    /** Regions of data collection where the user was seen last; may be empty. */
    List<String> regions();

    /** Segments the user is in or left. In real time all current ones are there, in a batch only what changed. */
    List<PushedSegment> segments();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds users. */
    final class Builder extends ImmutablePushedUser.Builder {
        Builder() {}
    }
}
