// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The stamps that this bridge gave out: runs of one data source that begin in one second must not name their files alike, and the system shows a name as free until the first of them is
 * through (SEMANTICS S20). Safe for use by several threads.
 */
final class Stamps {
    /** A stamp so far behind is behind every one that is wanted. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Map<String, TreeSet<Instant>> given = new HashMap<>();

    /**
     * A stamp that no other run has.
     *
     * @param wanted a whole second; the stamp is this one or a later one
     * @param free the first one from the given one on that is free at the system
     */
    Either<BridgeError, Instant> take(
            ConnectionName to,
            DataSource source,
            Instant wanted,
            Function<Instant, Either<BridgeError, Instant>> free) {
        String place = to + " " + source.id();
        Instant ours = give(place, wanted);
        while (true) {
            Either<BridgeError, Instant> found = free.apply(ours);
            if (found.isLeft() || found.get().equals(ours)) {
                return found;
            }
            ours = give(place, found.get());
        }
    }

    private synchronized Instant give(String place, Instant from) {
        TreeSet<Instant> taken = given.computeIfAbsent(place, name -> new TreeSet<>());
        taken.headSet(from.minus(REMEMBERED)).clear();
        Instant stamp = from;
        while (!taken.add(stamp)) {
            stamp = stamp.plusSeconds(1);
        }
        return stamp;
    }
}
