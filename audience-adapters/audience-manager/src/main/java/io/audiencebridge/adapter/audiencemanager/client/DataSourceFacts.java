// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A data source as Audience Manager has it. */
@HouseValue
@Value.Immutable
@SuppressWarnings("immutables:subtype") // never compared with a draft
public interface DataSourceFacts extends DataSourceDraft {
    /** Its number (DPID). */
    long id();

    /** Whether it is in use. */
    boolean active();

    /** The symbol of its ids in Experience Platform. */
    Optional<String> namespaceCode();

    /** When it was created. */
    Optional<Instant> created();

    /** When it was changed last. */
    Optional<Instant> modified();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds facts. */
    final class Builder extends ImmutableDataSourceFacts.Builder {
        Builder() {}
    }
}
