// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.files.MappedSegment;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.control.Either;
import java.util.OptionalLong;

/** What a segment is called in the files of a destination. */
final class MappedDestination {
    private final Company company;

    MappedDestination(Company company) {
        this.company = company;
    }

    /** Left: {@code InvalidRequest} when the segment's merge rule delivers nobody of the data source, the data source names no destination or the segment is not mapped to it, {@code NotFound} when there is no segment. */
    Either<BridgeError, MappedSegment> segment(AudienceRef audience, DataSource dataSource, Call call) {
        return destination(dataSource)
                .flatMap(destination -> SegmentNumber.segment(company, audience, call)
                        .flatMap(segment -> deliverable(segment, dataSource))
                        .flatMap(segment -> mapping(destination, segment, call)))
                .map(mapping ->
                        new MappedSegment(mapping.segment(), mapping.alias().orElse("")));
    }

    /** A segment under the wrong merge rule is delivered without anybody, which would look like an audience that is empty (SEMANTICS S21). */
    private Either<BridgeError, Segment> deliverable(Segment segment, DataSource dataSource) {
        return MergeRuleCheck.of(company.settings())
                .importing(segment, dataSource)
                .refusal()
                .<Either<BridgeError, Segment>>map(
                        refusal -> Either.left(BridgeError.InvalidRequest.of(refusal.subject(), refusal.message())))
                .getOrElse(() -> Either.right(segment));
    }

    private static Either<BridgeError, Long> destination(DataSource dataSource) {
        OptionalLong destination = dataSource.destinationId();
        return destination.isPresent()
                ? Either.right(destination.getAsLong())
                : Either.left(BridgeError.InvalidRequest.of(
                        "dataSource.destinationId",
                        "members are read from what Audience Manager delivers to a destination; give its id"));
    }

    private Either<BridgeError, Mapping> mapping(long destination, Segment segment, Call call) {
        return company.destinations()
                .mapping(destination, segment.sid(), call)
                .flatMap(
                        found -> found.toEither(
                                () -> BridgeError.InvalidRequest.of(
                                        "audience",
                                        "Segment " + segment.sid() + " is not mapped to destination " + destination
                                                + ", so its members are never delivered; map it in Audience Manager and import again after the next delivery")));
    }
}
