// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.audience.AudienceOrigin;
import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Which shared audiences are wanted. */
@HouseValue
@Value.Immutable
public interface SharedAudienceQuery {
    /** Only those made there. */
    Optional<AudienceOrigin> origin();

    /** Only those of the data source of that name, letter case ignored. */
    Optional<String> source();

    /** Only those whose name holds that text, letter case ignored. */
    Optional<String> name();

    /** Only those that take new members, or only those that are paused. */
    Optional<Boolean> active();

    /** Segments a call; the connection's page size by default. */
    OptionalInt pageSize();

    /** All shared audiences. */
    static SharedAudienceQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableSharedAudienceQuery.Builder {
        Builder() {}
    }
}
