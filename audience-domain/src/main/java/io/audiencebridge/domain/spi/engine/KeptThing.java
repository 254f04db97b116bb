// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing that a bridge keeps between runs. Its name holds no person's id. */
@HouseValue
@Value.Immutable
public interface KeptThing {
    /** What it is. */
    Kind kind();

    /** Its name, by which whoever keeps it finds it again. */
    String name();

    /** Of which run, for a run and for what a run shared. */
    Optional<RunId> run();

    /** Of which audience and data source, for what was shared, a membership and an event state. */
    Optional<LedgerKey> page();

    /** When it was written last; of a copy of recipients, when it was built. */
    Instant touched();

    /** Its size; 0 where nobody knows. */
    long bytes();

    /** What is kept. */
    enum Kind {
        /** What a run shared: a page of the ledger. */
        SHARED_KEYS,
        /** Who was in a shared audience when it was last read. */
        MEMBERSHIP,
        /** Who was in a Platform audience after the events so far. */
        EVENT_STATE,
        /** A copy of recipients' keys. */
        RECIPIENT_INDEX,
        /** What an interrupted write left behind; it counts for nothing. */
        LEFT_OVER,
        /** A run, as the journal has it. The last, since what a run shared counts by its run. */
        RUN
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds things. */
    final class Builder extends ImmutableKeptThing.Builder {
        Builder() {}
    }
}
