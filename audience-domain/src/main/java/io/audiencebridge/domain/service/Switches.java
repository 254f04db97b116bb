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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a change of the product through which a data source is shared means for the next share. The journal is asked once a data source: a share of each minute must not read
 * the runs of all minutes before. So a change by another process is told from this bridge's next start on. Safe for use by several threads.
 */
final class Switches {
    private final Set<String> unchanged = ConcurrentHashMap.newKeySet();

    /** What the caller should know before {@code source} is shared. */
    Either<BridgeError, Option<String>> noticeFor(DataSource source, Infrastructure infrastructure) {
        for (Integration other : Integration.values()) {
            unchanged.remove(place(source, other, source.integration()));
        }
        for (Integration before : Integration.values()) {
            Option<String> warning = DataSourceRules.whenSwitching(before, source.integration());
            if (warning.isDefined() && !unchanged.contains(place(source, source.integration(), before))) {
                return wasShared(source, before, infrastructure)
                        .peek(was -> remember(source, before, was))
                        .map(was -> warning.filter(text -> was));
            }
        }
        return Either.right(Option.none());
    }

    private void remember(DataSource source, Integration before, boolean was) {
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
