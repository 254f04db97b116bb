// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** What a destination consists of, by ids. */
@HouseValue
@Value.Immutable
public interface DestinationSetup {
    /** The connection to the Profile Store. */
    String profileStore();

    /** What is read from it. */
    String source();

    /** The connection to the storage. */
    String storage();

    /** Where in it files are written. */
    String target();

    /** The flow from the one to the other, and its state. */
    FlowVersion flow();

    /** How many of the five were created; the others were there already. */
    int created();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds setups. */
    final class Builder extends ImmutableDestinationSetup.Builder {
        Builder() {}
    }
}
