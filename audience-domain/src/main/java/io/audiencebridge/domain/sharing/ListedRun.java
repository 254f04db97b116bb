// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A run as a list of runs shows it: what was asked for, when, and its receipt. A run that somebody else's program wrote down may lack what was asked for. */
@HouseValue
@Value.Immutable
public interface ListedRun {
    /** How far it came and what became of everybody. */
    Receipt receipt();

    /** What it does. */
    Optional<RunKind> kind();

    /** Where it reads from. */
    Optional<ConnectionName> source();

    /** Where it writes to. */
    Optional<ConnectionName> target();

    /** The list: the id of one that is shared, the title of one that is filled. */
    Optional<String> list();

    /** The audience: the title of one that is shared, the id of one that is imported or received. */
    Optional<String> audience();

    /** By the ids of which data source. */
    OptionalLong dataSource();

    /** When it was planned. */
    Instant started();

    /** When it was written down last. */
    Instant updated();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds listed runs. */
    final class Builder extends ImmutableListedRun.Builder {
        Builder() {}
    }
}
