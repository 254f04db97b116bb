// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.rest.Mapping;
import io.audiencebridge.adapter.audiencemanager.rest.Segment;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import java.util.OptionalLong;

/** Reads a segment's members from the files that Audience Manager delivers to a destination. */
final class SegmentMembers implements MemberReader {
    private final Company company;

    SegmentMembers(Company company) {
        this.company = company;
    }

    @Override
    public Either<BridgeError, MemberFeed> members(AudienceRef audience, DataSource dataSource, Call call) {
        return destination(dataSource)
                .flatMap(destination -> SegmentNumber.segment(company, audience, call)
                        .flatMap(segment -> mapping(destination, segment, call)))
                .map(SegmentMembers::tokens)
                .flatMap(tokens -> company.outbound().flatMap(files -> files.members(dataSource, tokens, call)));
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

    /** Both name the audience in a row (SEMANTICS S5). */
    private static Set<String> tokens(Mapping mapping) {
        return mapping.alias()
                .map(alias -> HashSet.of(Long.toString(mapping.segment()), alias))
                .orElseGet(() -> HashSet.of(Long.toString(mapping.segment())));
    }
}
