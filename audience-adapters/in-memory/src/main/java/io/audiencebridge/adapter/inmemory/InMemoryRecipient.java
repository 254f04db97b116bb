// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** A recipient of an in-memory system. */
@HouseValue
@Value.Immutable
public interface InMemoryRecipient {
    /** Who. */
    RecipientId id();

    /** What the tracking logs hold: visitor ids, and old cookie values among them. */
    List<String> sourceIds();

    /** Fields by name; an absent field is empty. */
    Map<String, String> fields();

    /** Whether the person must not be shared. */
    @Value.Default
    default boolean optedOut() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds recipients. */
    final class Builder extends ImmutableInMemoryRecipient.Builder {
        Builder() {}
    }
}
