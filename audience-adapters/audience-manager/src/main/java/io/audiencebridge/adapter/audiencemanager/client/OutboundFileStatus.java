// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What became of one outbound file. Counts are empty where the answer does not say.
 *
 * <p>UNVERIFIED: the names of the members of the answer, which come from Audience Manager's own user interface.
 */
@HouseValue
@Value.Immutable
public interface OutboundFileStatus {
    /** The file's name; empty where the answer does not say. */
    String fileName();

    /** The destination, which the answer calls an order. */
    OptionalLong destinationId();

    /** The data source of the ids in the file. */
    OptionalLong dataSourceId();

    /** Whether it holds everybody, not only changes; empty where the answer does not say. */
    Optional<Boolean> full();

    /** Records that were to be sent. */
    OptionalLong received();

    /** Records that were tried. */
    OptionalLong attempted();

    /** Records that arrived. */
    OptionalLong succeeded();

    /** Whether the file was delivered; empty where the answer does not say. */
    Optional<Boolean> delivered();

    /** When the transfer began. */
    Optional<Instant> started();

    /** When the transfer ended. */
    Optional<Instant> ended();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds statuses. */
    final class Builder extends ImmutableOutboundFileStatus.Builder {
        Builder() {}
    }
}
