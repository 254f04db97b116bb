// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Asks for a page of the runs that are written down; all conditions hold at once. */
@HouseValue
@Value.Immutable
public interface RunQuery {
    /** Only runs in one of these states; empty for all. */
    Set<RunState> states();

    /** Only runs of that kind. */
    Optional<RunKind> kind();

    /** Only runs that read from or write to that connection. */
    Optional<ConnectionName> connection();

    /** Only runs of the list of that id, or of that title where they fill it. */
    Optional<String> list();

    /** Only runs of the audience of that id, or of that title where they share it. */
    Optional<String> audience();

    /** Only runs that were planned then or later. */
    Optional<Instant> since();

    /** Only runs that were planned before then. */
    Optional<Instant> before();

    /** Where the page before said it goes on; empty for the first page. */
    Optional<String> page();

    /** Runs a page, at most; 1 to 1,000. */
    @Value.Default
    default int pageSize() {
        return 50;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableRunQuery.Builder {
        Builder() {}
    }
}
