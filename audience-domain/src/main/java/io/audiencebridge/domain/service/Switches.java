// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.identity.Integration;
import io.audiencebridge.domain.spi.engine.RunFilter;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.Set;

/**
 * What a change of the product through which a data source is shared means for the next share. The journal is asked once a data source: a share of each minute must not read
 * the runs of all minutes before. So a change by another process is told from this bridge's next start on. Safe for use by several threads.
 */
final class Switches {
    private final Set<String> unchanged = new HashSet<>();

    /** What the caller should know before {@code source} is shared. */
    Either<BridgeError, Option<String>> noticeFor(DataSource source, Infrastructure infrastructure) {
        for (Integration other : Integration.values()) {
            forget(place(source, other, source.integration()));
        }
        for (Integration before : Integration.values()) {
            Option<String> warning = DataSourceRules.whenSwitching(before, source.integration());
            if (warning.isDefined() && !isUnchanged(place(source, source.integration(), before))) {
                return wasShared(source, before, infrastructure)
                        .peek(was -> remember(source, before, was))
                        .map(was -> warning.filter(text -> was));
            }
        }
        return Either.right(Option.none());
    }

    private synchronized boolean isUnchanged(String place) {
        return unchanged.contains(place);
    }

    private synchronized void forget(String place) {
        unchanged.remove(place);
    }

    private synchronized void remember(DataSource source, Integration before, boolean was) {
        if (!was) {
            unchanged.add(place(source, source.integration(), before));
        }
    }

    private static Either<BridgeError, Boolean> wasShared(
            DataSource source, Integration before, Infrastructure infrastructure) {
        return RunsOfJournal.of(infrastructure)
                .page(RunFilter.builder()
                        .facts(Vector.of(
                                ShareFacts.ANY_SHARE, DataSourceFacts.isOf(source), DataSourceFacts.isThrough(before)))
                        .most(1)
                        .build())
                .map(found -> found.nonEmpty());
    }

    private static String place(DataSource source, Integration now, Integration before) {
        return source.id() + " " + now + " " + before;
    }
}
