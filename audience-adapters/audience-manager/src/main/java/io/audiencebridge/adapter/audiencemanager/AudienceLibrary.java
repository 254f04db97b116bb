// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Destination;
import io.audiencebridge.adapter.audiencemanager.client.Pages;
import io.audiencebridge.adapter.audiencemanager.client.SegmentQuery;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudienceQuery;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudiences;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The segments as the audience library has them. */
final class AudienceLibrary implements SharedAudiences {
    private final Company company;
    private final SegmentDetails details;

    AudienceLibrary(Company company, SegmentDetails details) {
        this.company = company;
        this.details = details;
    }

    @Override
    public Pages<AudienceDetails> browse(SharedAudienceQuery query, CallOptions options) {
        Call call = options.begin();
        SegmentQuery segments = SegmentQuery.builder()
                .search(query.name())
                .active(query.active())
                .pageSize(query.pageSize())
                .population(true)
                .build();
        return new AudiencePages(
                company.client().segments().list(segments, options),
                segment -> details.of(ref(segment.sid()), segment, call),
                query);
    }

    @Override
    public Either<BridgeError, Option<AudienceDetails>> find(long segment, CallOptions options) {
        Call call = options.begin();
        return company.segments()
                .find(segment, call)
                .flatMap(found -> found.isEmpty()
                        ? Either.right(Option.none())
                        : details.of(ref(segment), found.get(), call).map(Option::some));
    }

    @Override
    public Either<BridgeError, Boolean> delete(long segment, CallOptions options) {
        Call call = options.begin();
        return company.destinations()
                .mapped(segment, call)
                .flatMap(mapped -> mapped.isEmpty()
                        ? company.segments().delete(segment, call)
                        : Either.left(inUse(segment, mapped, call)));
    }

    private AudienceRef ref(long segment) {
        return new AudienceRef(company.settings().connection(), Long.toString(segment));
    }

    private static BridgeError inUse(long segment, Seq<Destination> mapped, Call call) {
        return new BridgeError.Conflict(
                "Segment " + segment + " is mapped to "
                        + mapped.map(each -> "destination " + each.id() + " (" + each.name() + ")")
                                .mkString(", ")
                        + "; who uses it there would lose it, so take it out of them first",
                Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId()));
    }
}
