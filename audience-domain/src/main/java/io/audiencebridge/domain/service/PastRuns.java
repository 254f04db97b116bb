// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.Journal;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How long runs took that were delivered, waits included.
 *
 * @param usual the middle one; none when there was none
 * @param runs how many
 */
record PastRuns(Optional<Duration> usual, int runs) {
    /** Of runs of the same request; where there is none, of those of its kind from and to the same connections. Older ones tell less, so the newest count. */
    private static final int MOST = 20;

    private static final Set<String> WAY =
            Set.of("kind", "route", "list.connection", "audience.connection", "to", "into");

    static Either<BridgeError, PastRuns> of(Map<String, String> request, Journal journal) {
        return journal.all().map(records -> {
            Seq<RunRecord> delivered =
                    records.filter(record -> record.state().isDelivered()).reverse();
            Seq<RunRecord> same = delivered.filter(record -> RequestFacts.isOf(request, record.facts()));
            Map<String, String> way = new TreeMap<>(request);
            way.keySet().retainAll(WAY);
            Seq<RunRecord> told =
                    same.isEmpty() ? delivered.filter(record -> RequestFacts.isOf(way, record.facts())) : same;
            return middle(told.take(MOST).map(PastRuns::took).sorted());
        });
    }

    private static PastRuns middle(Seq<Duration> sorted) {
        return new PastRuns(
                sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2)), sorted.size());
    }

    private static Duration took(RunRecord record) {
        return Duration.between(record.started(), Receipts.delivered(record));
    }
}
