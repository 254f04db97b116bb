// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What the journal holds of a run: its state and the facts that a resumed run must not decide again. No person's id is among them. */
@HouseValue
@Value.Immutable
public interface RunRecord {
    /** Which run. */
    RunId run();

    /** How far it came. */
    RunState state();

    /** When it was planned. */
    Instant started();

    /** When it was written down last. */
    Instant updated();

    /** What it waits for, while it waits. */
    Optional<Waiting> waiting();

    /** The request and the checkpoints, by name; the values are text in a form that the services choose. */
    Map<String, String> facts();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds records. */
    final class Builder extends ImmutableRunRecord.Builder {
        Builder() {}
    }
}
