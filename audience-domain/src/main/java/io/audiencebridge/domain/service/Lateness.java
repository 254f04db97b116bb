// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Notices, once a run, that what it waits for is late. */
final class Lateness {
    private static final String SINCE = "late.since";

    private final Infrastructure infrastructure;

    Lateness(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** Since when the run is late, once that was noticed and while it still waits. */
    static Optional<Instant> since(RunRecord record) {
        return Optional.ofNullable(record.facts().get(SINCE))
                .filter(since -> awaits(record))
                .map(Instant::parse);
    }

    /** Writes down that {@code record} is late and tells of it, if it is and that was not noticed before. */
    Either<BridgeError, RunRecord> notice(RunRecord record) {
        Optional<FreshnessWindow> window = Freshness.window(record, infrastructure.freshness())
                .filter(due -> due.isLate(infrastructure.clock().instant()));
        return window.isEmpty() || !awaits(record) || record.facts().containsKey(SINCE)
                ? Either.right(record)
                : infrastructure
                        .journal()
                        .save(Facts.with(
                                record, Map.of(SINCE, window.get().late().toString())))
                        .peek(saved -> infrastructure
                                .listener()
                                .heard(new SharingEvent.Late(
                                        Receipts.of(saved, infrastructure.freshness()), window.get())));
    }

    /** A delivered run waits while the system has not said what it stored. */
    private static boolean awaits(RunRecord record) {
        return record.state() == RunState.AWAITING_FILE
                || (record.state() == RunState.DELIVERED && record.waiting().isPresent());
    }
}
