// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.vavr.control.Either;

/** Reads a segment's members from the newest full files that Audience Manager delivers to a destination. */
final class SegmentMembers implements MemberReader {
    private final Company company;

    SegmentMembers(Company company) {
        this.company = company;
    }

    @Override
    public Either<BridgeError, MemberFeed> members(AudienceRef audience, DataSource dataSource, Call call) {
        return new MappedDestination(company)
                .segment(audience, dataSource, call)
                .flatMap(segment -> company.outbound(dataSource.destinationId())
                        .flatMap(files -> files.members(dataSource, segment, call)));
    }
}
