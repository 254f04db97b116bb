// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** Asks to tell a system, in bulk, which visitor ids and declared ids are the same recipients', for the recipients of a list. */
@HouseValue
@Value.Immutable
public interface SyncRequest {
    /** Whose ids. */
    AudienceRef list();

    /** Which system is told. */
    ConnectionName to();

    /** The data source of the visitor ids. */
    DataSource visitors();

    /** The data source of the declared ids; they travel in its wire form. */
    DataSource declared();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds requests. */
    final class Builder extends ImmutableSyncRequest.Builder {
        Builder() {}
    }
}
