// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Optional;

/** The legs of a synchronisation of ids. */
final class SyncLegs {
    private final LegClock clock;

    SyncLegs(LegClock clock) {
        this.clock = clock;
    }

    Seq<TimelineLeg> all() {
        RunRecord record = clock.record();
        String title = "The ids are handed over";
        return Vector.of(
                clock.planned(),
                record.state().isDelivered()
                        ? clock.passed("handed-over", title, Optional.of(Receipts.delivered(record)), "", "")
                        : clock.standing("handed-over", title, clock.ofRun(), clock.because(), ""));
    }
}
