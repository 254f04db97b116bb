// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A destination as Audience Manager has it: where the members of the segments mapped to it travel. */
@HouseValue
@Value.Immutable
@SuppressWarnings("immutables:subtype") // never compared with a draft
public interface Destination extends DestinationDraft {
    /** Its number, which other answers call an order. */
    long id();

    /** Whether it is in use. */
    boolean active();

    /** The segments mapped to it, where they were asked for. */
    List<Mapping> mappings();

    /** What it does with data, such as {@code PII}; a trait under an export control of that name does not travel to it. UNVERIFIED: the words. */
    List<String> exportLabels();

    /** When it was created. */
    Optional<Instant> created();

    /** When it was changed last. */
    Optional<Instant> modified();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds destinations. */
    final class Builder extends ImmutableDestination.Builder {
        Builder() {}
    }
}
