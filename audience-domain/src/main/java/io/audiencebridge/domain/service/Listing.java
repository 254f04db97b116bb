// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunPage;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.RunFilter;
import io.audiencebridge.domain.spi.engine.RunPages;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Shows what is written down of runs, a page at a time. */
final class Listing {
    private static final int MOST = 1_000;
    private static final char BETWEEN = '/';

    private final Infrastructure infrastructure;
    private final RunPages pages;

    Listing(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        this.pages = RunsOfJournal.of(infrastructure);
    }

    Either<BridgeError, RunPage> list(RunQuery query, Call call) {
        if (query.pageSize() < 1 || query.pageSize() > MOST) {
            return Either.left(
                    BridgeError.InvalidRequest.of("pageSize", query.pageSize() + " must be 1 to " + MOST + " runs"));
        }
        return call.check()
                .flatMap(open -> place(query))
                .flatMap(after -> pages.page(filter(query, after)))
                .map(found -> page(found, query.pageSize()));
    }

    /** One more than the page holds says whether there is a next one. */
    private static RunFilter filter(RunQuery query, Option<RunFilter.Position> after) {
        return RunFilter.builder()
                .states(query.states())
                .facts(RunFacts.wanted(query))
                .since(query.since())
                .before(query.before())
                .after(after.toJavaOptional())
                .most(query.pageSize() + 1)
                .build();
    }

    private RunPage page(Seq<RunRecord> found, int size) {
        Seq<RunRecord> shown = found.take(size);
        return new RunPage(
                shown.map(record -> RunFacts.listed(record, infrastructure.freshness())),
                found.size() > size ? Optional.of(name(shown.last())) : Optional.empty());
    }

    private static String name(RunRecord last) {
        return last.started() + String.valueOf(BETWEEN) + last.run();
    }

    private static Either<BridgeError, Option<RunFilter.Position>> place(RunQuery query) {
        if (query.page().isEmpty()) {
            return Either.right(Option.none());
        }
        String page = query.page().get();
        int between = page.indexOf(BETWEEN);
        try {
            return Either.right(Option.some(new RunFilter.Position(
                    Instant.parse(page.substring(0, Math.max(between, 0))), new RunId(page.substring(between + 1)))));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "page", "'" + page + "' is no page of this list; take next() of the page before"));
        }
    }
}
