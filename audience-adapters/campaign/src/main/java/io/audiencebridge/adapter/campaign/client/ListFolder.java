// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** A folder of lists. */
@HouseValue
@Value.Immutable
public interface ListFolder {
    /** Its id. */
    String id();

    /** Its internal name, such as {@code nmsGroup}. */
    String name();

    /** Its title, for people. */
    String label();

    /** Its whole path, such as {@code /Profiles and Targets/Lists/}, which begins and ends with a slash. */
    String path();

    /** The id of the nearest folder of lists above it; empty at the top. */
    Optional<String> parent();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds folders. */
    final class Builder extends ImmutableListFolder.Builder {
        Builder() {}
    }
}
