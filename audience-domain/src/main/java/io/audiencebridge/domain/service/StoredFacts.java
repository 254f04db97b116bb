// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.StoredTally;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the receiving system stored, as facts of a run record. */
final class StoredFacts {
    private static final String REJECTED = "stored.rejected.";

    private StoredFacts() {}

    static Map<String, String> write(StoredTally tally) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("stored.sent", Long.toString(tally.sent()));
        facts.put("stored.received", Long.toString(tally.received()));
        facts.put("stored.stored", Long.toString(tally.stored()));
        facts.put("stored.realized", Long.toString(tally.realized()));
        facts.put("stored.ended", tally.ended().toString());
        tally.rejected().forEach((reason, rows) -> facts.put(REJECTED + reason, Long.toString(rows)));
        return facts;
    }

    static Optional<StoredTally> read(Map<String, String> facts) {
        if (!facts.containsKey("stored.sent")) {
            return Optional.empty();
        }
        StoredTally.Builder tally = StoredTally.builder()
                .sent(Facts.number(facts, "stored.sent"))
                .received(Facts.number(facts, "stored.received"))
                .stored(Facts.number(facts, "stored.stored"))
                .realized(Facts.number(facts, "stored.realized"))
                .ended(Instant.parse(Facts.required(facts, "stored.ended")));
        facts.keySet().stream()
                .filter(name -> name.startsWith(REJECTED))
                .forEach(name -> tally.putRejected(name.substring(REJECTED.length()), Facts.number(facts, name)));
        return Optional.of(tally.build());
    }
}
