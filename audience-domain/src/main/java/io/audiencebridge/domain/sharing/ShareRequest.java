// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** Asks to export a recipient list as a shared audience: new members are added, nobody is removed (SEMANTICS S16). */
@HouseValue
@Value.Immutable
public interface ShareRequest {
    /** The list. */
    AudienceRef list();

    /** Through which connection the audience is shared. */
    ConnectionName to();

    /** The audience's title; created if there is none of that title in the data source. */
    String audience();

    /** By which ids. */
    DataSource dataSource();

    /** Who carries the members; the bridge by default. */
    @Value.Default
    default Route route() {
        return Route.BRIDGE;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds requests. */
    final class Builder extends ImmutableShareRequest.Builder {
        Builder() {}
    }
}
