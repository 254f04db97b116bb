// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** That a segment's members travel to a destination. */
@HouseValue
@Value.Immutable
@SuppressWarnings("immutables:subtype") // never compared with a draft
public interface Mapping extends MappingDraft {
    /** Its number; 0 where the answer does not say. */
    long id();

    /** Its destination; 0 where the answer does not say. */
    long destinationId();

    /** Whether it is in use: neither paused nor deleted. */
    boolean active();

    /** Whether it was deleted and is only shown. */
    @Value.Default
    default boolean deleted() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds mappings. */
    final class Builder extends ImmutableMapping.Builder {
        Builder() {}
    }
}
