// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What a data file will hold. */
@HouseValue
@Value.Immutable
public interface DataFileOrder {
    /** The data source (DPID) of the ids. */
    long dataSource();

    /** What those ids are. */
    UserIds ids();

    /** The data source that owns the traits, if it is another one; required for a global data source. */
    OptionalLong target();

    /** What the file does to its users; {@link InboundFileName.Mode#SYNC} by default. */
    @Value.Default
    default InboundFileName.Mode mode() {
        return InboundFileName.Mode.SYNC;
    }

    /** The file's stamp, in whole seconds. A repeat under the same stamp is the same file; by default the first second from now on that is free. */
    Optional<Instant> stamp();

    /** The owner of the traits: the target, or else the data source itself. */
    default long owner() {
        return target().orElse(dataSource());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableDataFileOrder.Builder {
        Builder() {}
    }
}
