// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a sharing would do, and what it would take. Nothing was sent. */
@HouseValue
@Value.Immutable
public interface Preview {

    /** What would be shared: from where to where, for people. */
    String subject();

    /** The counts of an export, exact as of now; present for exports. */
    Optional<ExportTally> exported();

    /** The counts of an import and the list's diff, exact as of now; present for imports whose members have arrived. */
    Optional<ImportTally> imported();

    /** What would be written. */
    List<PlannedFile> files();

    /** What would be called: the system and how often, for reading and for writing. */
    List<PlannedCalls> calls();

    /** How members would be matched, for imports. */
    Optional<MatchPlan> matched();

    /** How long it would take, by past runs; empty when there are none. */
    Optional<Duration> duration();

    /** How many past runs that rests on. */
    @Value.Default
    default int pastRuns() {
        return 0;
    }

    /** When members could be seen if it began now. */
    Optional<FreshnessWindow> visible();

    /** What it would wait for before it sends. */
    Optional<Waiting> waiting();

    /** What the caller should know, a sentence each. */
    List<String> notices();

    /**
     * A file that would be written.
     *
     * @param name its name as it would be if it began now
     * @param rows how many
     * @param bytes how many, estimated
     */
    record PlannedFile(String name, long rows, long bytes) {}

    /**
     * Calls that would be made.
     *
     * @param connection to which connection or exchange
     * @param reading calls that only read
     * @param writing calls that write
     */
    record PlannedCalls(String connection, long reading, long writing) {}

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds previews. */
    final class Builder extends ImmutablePreview.Builder {
        Builder() {}
    }
}
