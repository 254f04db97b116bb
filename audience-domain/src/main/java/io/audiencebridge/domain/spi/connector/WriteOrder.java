// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import org.immutables.value.Value;

/** One change of an audience's members. */
@HouseValue
@Value.Immutable
public interface WriteOrder {
    /** Which audience. */
    AudienceRef audience();

    /** By which ids. */
    DataSource dataSource();

    /** Add or remove. */
    Change change();

    /** The stamp that the change's files carry, in whole seconds. */
    Instant stamp();

    /** What happens to the members written. */
    enum Change {
        /** They enter. */
        ADD,
        /** They leave. */
        REMOVE
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableWriteOrder.Builder {
        Builder() {}
    }
}
