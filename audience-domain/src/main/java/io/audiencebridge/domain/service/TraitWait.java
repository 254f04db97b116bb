// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.Waiting;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Until when members must not be sent, as facts of a run: whoever made the audience knows it best, so a later answer never shortens the wait (SEMANTICS S19). */
final class TraitWait {
    private static final String UNTIL = "audience.notBefore";
    private static final String BECAUSE = "audience.notBefore.because";

    private TraitWait() {}

    /** What is to be written down when the system says {@code told}. */
    static Map<String, String> longer(Map<String, String> facts, Optional<Waiting> told) {
        return told.filter(waiting -> of(facts)
                        .filter(known -> !known.until().isBefore(waiting.until()))
                        .isEmpty())
                .map(waiting -> Map.of(UNTIL, waiting.until().toString(), BECAUSE, waiting.because()))
                .orElseGet(Map::of);
    }

    static Optional<Waiting> of(Map<String, String> facts) {
        return Optional.ofNullable(facts.get(UNTIL))
                .map(until -> new Waiting(Instant.parse(until), facts.getOrDefault(BECAUSE, "")));
    }
}
