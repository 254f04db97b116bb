// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** The part of a derived signal that a caller decides; each of the four texts is at most 228 characters. Source: Audience Manager, "Derived signals". */
@HouseValue
@Value.Immutable
public interface DerivedSignalDraft {
    /** The key that arrives. */
    String sourceKey();

    /** The value that arrives. */
    String sourceValue();

    /** The key that is added. */
    String targetKey();

    /** The value that is added. */
    String targetValue();

    /** The customer's own name of it. */
    Optional<String> integrationCode();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableDerivedSignalDraft.Builder {
        Builder() {}
    }
}
