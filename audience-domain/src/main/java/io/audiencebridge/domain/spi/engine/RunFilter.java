// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Which records are wanted; all conditions hold at once. */
@HouseValue
@Value.Immutable
public interface RunFilter {
    /** The order of records: the last started first, and of one moment by run id, downwards. */
    Comparator<RunRecord> NEWEST_FIRST = Comparator.comparing(RunRecord::started)
            .thenComparing(record -> record.run().value())
            .reversed();

    /** Only runs in one of these states; empty for all. */
    Set<RunState> states();

    /** Only runs whose facts are so. */
    List<Fact> facts();

    /** Only runs that were planned then or later. */
    Optional<Instant> since();

    /** Only runs that were planned before then. */
    Optional<Instant> before();

    /** Only runs that come after this one in the order. */
    Optional<Position> after();

    /** Records at most; at least one. */
    int most();

    /** Whether {@code record} is wanted, however many are. */
    default boolean wants(RunRecord record) {
        return (states().isEmpty() || states().contains(record.state()))
                && facts().stream().allMatch(fact -> fact.isOf(record))
                && since().filter(record.started()::isBefore).isEmpty()
                && before().filter(end -> !record.started().isBefore(end)).isEmpty()
                && after().filter(place -> !place.isBefore(record)).isEmpty();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds filters. */
    final class Builder extends ImmutableRunFilter.Builder {
        Builder() {}
    }

    /**
     * That a fact has some value.
     *
     * @param names of the facts, of which one at least has it
     * @param value all of it
     */
    record Fact(Set<String> names, String value) {
        /** Whether it is so of {@code record}. */
        boolean isOf(RunRecord record) {
            return names.stream().anyMatch(name -> value.equals(record.facts().get(name)));
        }
    }

    /**
     * A place in the order.
     *
     * @param started when that run was planned
     * @param run which run
     */
    record Position(Instant started, RunId run) {
        /** Whether {@code record} comes later in the order. */
        boolean isBefore(RunRecord record) {
            int order = started.compareTo(record.started());
            return order > 0
                    || (order == 0 && run.value().compareTo(record.run().value()) > 0);
        }
    }
}
