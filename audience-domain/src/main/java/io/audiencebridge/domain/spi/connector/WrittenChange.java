// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** A change that was handed over. */
@HouseValue
@Value.Immutable
public interface WrittenChange {
    /** What was ordered. */
    WriteOrder order();

    /** When the last byte was handed over. */
    Instant handedOver();

    /** Names of the files written; empty for a writer without files. */
    List<String> files();

    /** Rows written. */
    long rows();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds written changes. */
    final class Builder extends ImmutableWrittenChange.Builder {
        Builder() {}
    }
}
