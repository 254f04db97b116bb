// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberSample;
import io.audiencebridge.domain.spi.connector.MemberSamples;
import io.vavr.control.Either;

/** Reads a segment's members from the newest full files that Audience Manager delivers to a destination. */
final class SegmentMembers implements MemberReader, MemberSamples {
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

    @Override
    public Either<BridgeError, MemberSample> sampleMembers(
            AudienceRef audience, DataSource dataSource, SampleBudget budget, Call call) {
        return new MappedDestination(company)
                .segment(audience, dataSource, call)
                .flatMap(segment -> company.outbound(dataSource.destinationId())
                        .flatMap(files -> files.sample(dataSource, segment, budget, call)));
    }
}
