// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Reads a segment's members delivery by delivery, full and incremental, from the files that Audience Manager delivers to a destination (SEMANTICS S6). */
final class SegmentChanges implements MemberChanges {
    private final Company company;

    SegmentChanges(Company company) {
        this.company = company;
    }

    @Override
    public Either<BridgeError, MemberDelivery> after(
            AudienceRef audience, DataSource dataSource, Option<String> since, Call call) {
        return new MappedDestination(company)
                .segment(audience, dataSource, call)
                .flatMap(segment -> company.outbound(dataSource.destinationId())
                        .flatMap(files -> files.after(dataSource, segment, since, call)));
    }
}
