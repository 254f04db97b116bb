// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks a system to import a shared audience by its own workflows. */
@HouseValue
@Value.Immutable
public interface ImportOrder {
    /** For which run. */
    RunId run();

    /** The shared audience. */
    AudienceRef audience();

    /** Through which connection the list is seen. */
    ConnectionName into();

    /** The list's title; created if there is none. */
    String list();

    /** By which ids. */
    DataSource dataSource();

    /** Since when, by the system's own clock, an earlier attempt of the run may have given this very order ({@link OrderTimes}); empty when it was certainly not given. */
    Optional<Instant> since();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableImportOrder.Builder {
        Builder() {}
    }
}
