// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks a system to export a list as a shared audience by its own workflows. */
@HouseValue
@Value.Immutable
public interface ExportOrder {
    /** For which run. */
    RunId run();

    /** The list. */
    AudienceRef list();

    /** The audience's title; the system creates it if there is none. */
    String audience();

    /** By which ids. */
    DataSource dataSource();

    /** Since when, by the system's own clock, an earlier attempt of the run may have given this very order ({@link OrderTimes}); empty when it was certainly not given. */
    Optional<Instant> since();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableExportOrder.Builder {
        Builder() {}
    }
}
