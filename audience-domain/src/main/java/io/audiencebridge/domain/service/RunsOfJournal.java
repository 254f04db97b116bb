// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.RunFilter;
import io.audiencebridge.domain.spi.engine.RunPages;

/** Pages of the runs that are written down: by the journal's own question, or out of all records where it has none. */
final class RunsOfJournal {
    private RunsOfJournal() {}

    static RunPages of(Infrastructure infrastructure) {
        return infrastructure.runPages().orElseGet(() -> outOfAll(infrastructure.journal()));
    }

    private static RunPages outOfAll(Journal journal) {
        return wanted -> journal.all()
                .map(records -> records.filter(wanted::wants)
                        .sorted(RunFilter.NEWEST_FIRST)
                        .take(wanted.most()));
    }
}
