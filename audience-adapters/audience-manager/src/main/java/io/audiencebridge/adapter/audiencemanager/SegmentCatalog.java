// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.rest.Listing;
import io.audiencebridge.adapter.audiencemanager.rest.PageRequest;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.Locale;
import java.util.Optional;

/**
 * The segments as shared audiences, newest first; a page token is the number of the page.
 *
 * <p>Audience Manager searches every text of a segment and knows no origins, so that a page may hold fewer audiences than asked for, and none, though more follow.
 */
final class SegmentCatalog implements AudienceCatalog {
    private final Company company;
    private final SegmentDetails details;

    SegmentCatalog(Company company, SegmentDetails details) {
        this.company = company;
        this.details = details;
    }

    @Override
    public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
        return page(query)
                .flatMap(page -> company.segments()
                        .newest(query.search(), page, call)
                        .flatMap(listing -> audiences(query, listing, call)
                                .map(found -> new AudiencePage(found, next(page, listing.hasNext())))));
    }

    @Override
    public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
        return SegmentNumber.segment(company, audience, call).flatMap(segment -> describe(audience, segment, call));
    }

    private Either<BridgeError, Seq<Audience>> audiences(AudienceQuery query, Listing<Segment> listing, Call call) {
        return Either.sequenceRight(listing.items()
                        .filter(segment -> query.search().stream().allMatch(text -> contains(segment.name(), text)))
                        .map(segment -> describe(
                                new AudienceRef(query.connection(), Long.toString(segment.sid())), segment, call)))
                .map(found -> found.filter(audience -> query.origin().stream()
                        .allMatch(origin -> audience.details().origin().equals(Optional.of(origin)))));
    }

    private Either<BridgeError, Audience> describe(AudienceRef ref, Segment segment, Call call) {
        return details.of(ref, segment, call).map(Audience.SharedAudience::new);
    }

    private Either<BridgeError, PageRequest> page(AudienceQuery query) {
        String page = query.page().orElse("0");
        int size = Math.min(query.pageSize(), company.settings().pageSize());
        if (!page.matches("[0-9]{1,9}")) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "page", "'" + page + "' is no page; use the next page that the page before names"));
        }
        return size > 0
                ? Either.right(new PageRequest(Integer.parseInt(page), size))
                : Either.left(BridgeError.InvalidRequest.of("pageSize", query.pageSize() + " must be 1 or more"));
    }

    private static Optional<String> next(PageRequest page, boolean hasNext) {
        return hasNext ? Optional.of(Integer.toString(page.number() + 1)) : Optional.empty();
    }

    private static boolean contains(String title, String text) {
        return title.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
