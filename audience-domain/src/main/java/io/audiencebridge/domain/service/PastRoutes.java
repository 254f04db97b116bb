// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What past runs into a connection tell of the next one.
 *
 * @param rates how fast routes were
 * @param recipients how many rows of recipients there were, when everybody was read last
 */
record PastRoutes(RouteRates rates, OptionalLong recipients) {
    /** Older runs tell nothing of today's system. */
    private static final Duration OLD = Duration.ofDays(90);

    /** A run of fewer rows tells of one call's delay, not of speed. */
    private static final long FEWEST = 1000;

    /** Out of the journal; one that cannot be read as a whole tells nothing, which is no reason not to import. */
    static PastRoutes of(Journal journal, ConnectionName into, Instant now) {
        return of(journal.all().getOrElse(Vector.empty()), into, now);
    }

    static PastRoutes of(Seq<RunRecord> records, ConnectionName into, Instant now) {
        RouteRates rates = RouteRates.guessed();
        OptionalLong recipients = OptionalLong.empty();
        for (RunRecord record : records) {
            boolean tells = into.value().equals(record.facts().get("into"))
                    && record.started().isAfter(now.minus(OLD))
                    && MatchFacts.isSound(record);
            if (tells) {
                rates = MatchFacts.learned(rates, record, FEWEST);
                OptionalLong all = MatchFacts.everybody(record);
                recipients = all.isPresent() ? all : recipients;
            }
        }
        return new PastRoutes(rates, recipients);
    }
}
