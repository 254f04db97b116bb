// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Pages;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudienceQuery;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Shared audiences page by page of segments; segments that are not wanted are left out, and a page of none but those is skipped. */
final class AudiencePages implements Pages<AudienceDetails> {
    private final Pages<Segment> segments;
    private final Function<Segment, Either<BridgeError, AudienceDetails>> reader;
    private final SharedAudienceQuery query;
    private Option<BridgeError> failed = Option.none();

    AudiencePages(
            Pages<Segment> segments,
            Function<Segment, Either<BridgeError, AudienceDetails>> reader,
            SharedAudienceQuery query) {
        this.segments = segments;
        this.reader = reader;
        this.query = query;
    }

    @Override
    public Either<BridgeError, Seq<AudienceDetails>> next() {
        while (failed.isEmpty()) {
            Either<BridgeError, Seq<Segment>> page = segments.next();
            if (page.isRight() && page.get().isEmpty()) {
                return Either.right(Vector.empty());
            }
            Either<BridgeError, Seq<AudienceDetails>> read = page.flatMap(this::wanted);
            if (read.isRight() && !read.get().isEmpty()) {
                return read;
            }
            failed = read.swap().toOption();
        }
        return Either.left(failed.get());
    }

    @Override
    public Either<BridgeError, Seq<AudienceDetails>> all() {
        Vector<AudienceDetails> all = Vector.empty();
        Either<BridgeError, Seq<AudienceDetails>> one = next();
        while (one.isRight() && !one.get().isEmpty()) {
            all = all.appendAll(one.get());
            one = next();
        }
        return one.isLeft() ? one : Either.right(all);
    }

    /** Audience Manager counts segments; how many of them are wanted is known at the end only. */
    @Override
    public OptionalLong total() {
        boolean takesAll = query.origin().isEmpty()
                && query.source().isEmpty()
                && query.name().isEmpty()
                && query.active().isEmpty();
        return takesAll ? segments.total() : OptionalLong.empty();
    }

    private Either<BridgeError, Seq<AudienceDetails>> wanted(Seq<Segment> page) {
        return Either.sequenceRight(page.filter(
                                segment -> query.name().stream().allMatch(text -> contains(segment.name(), text)))
                        .filter(segment -> query.active().stream().allMatch(wish -> wish == segment.active()))
                        .map(reader))
                .map(read -> read.filter(this::isWanted));
    }

    private boolean isWanted(AudienceDetails audience) {
        return query.origin().stream().allMatch(origin -> audience.origin().equals(Optional.of(origin)))
                && query.source().stream().allMatch(name -> name.equalsIgnoreCase(audience.source()));
    }

    private static boolean contains(String name, String text) {
        return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
