// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Map;
import org.immutables.value.Value;

/**
 * What the receiving system says became of the rows that were sent, in rows. The system's own sums need not add up, so what they leave open is told as
 * {@link #unexplained()} rather than hidden or refused. Source: Audience Manager, "Inbound data receipts".
 */
@HouseValue
@Value.Immutable
public interface StoredTally {
    /** Rows that we sent. */
    long sent();

    /** Rows that the system says it received. */
    long received();

    /** Rows that it stored. */
    long stored();

    /** Rows that it did not store, by its own reason; each is counted under one reason. */
    Map<String, Long> rejected();

    /** Traits that it took for real, over all rows; more than {@link #stored()} where a row names several. */
    long realized();

    /** When it was done. */
    Instant ended();

    /** Rows that were not stored. */
    default long rejectedRows() {
        return rejected().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows sent that are neither stored nor rejected by a reason; 0 when every row is accounted for, negative when the system counted more than was sent. */
    default long unexplained() {
        return sent() - stored() - rejectedRows();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds tallies. */
    final class Builder extends ImmutableStoredTally.Builder {
        Builder() {}
    }
}
