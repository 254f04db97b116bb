// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.SystemId;
import org.immutables.value.Value;

/** A connection to the files that Experience Platform's destinations write. */
@HouseValue
@Value.Immutable
public interface ExperiencePlatformSettings extends ConnectorSettings {
    /** Adobe Experience Platform. */
    SystemId SYSTEM = new SystemId("experience-platform");

    /** The name of the connection; {@code experience-platform} by default. */
    @Override
    @Value.Default
    default ConnectionName connection() {
        return ConnectionName.of(SYSTEM);
    }

    /** All defaults. */
    static ExperiencePlatformSettings standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableExperiencePlatformSettings.Builder {
        Builder() {}
    }
}
