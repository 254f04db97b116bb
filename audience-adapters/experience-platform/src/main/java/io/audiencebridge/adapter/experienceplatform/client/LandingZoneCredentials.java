// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import org.immutables.value.Value;

/** How to get into the customer's Data Landing Zone. Files there die after seven days. */
@HouseValue
@Value.Immutable
public interface LandingZoneCredentials {
    /** The container. */
    String container();

    /** The storage account. */
    String account();

    /** The shared access signature. */
    Secret sasToken();

    /** The whole address, signature included. */
    Secret sasUri();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds credentials. */
    final class Builder extends ImmutableLandingZoneCredentials.Builder {
        Builder() {}
    }
}
