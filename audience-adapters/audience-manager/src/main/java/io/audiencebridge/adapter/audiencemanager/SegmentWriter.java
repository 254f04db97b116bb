// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;
import java.time.Instant;

/** Puts members into a segment by inbound files that name the segment's onboarded trait. */
final class SegmentWriter implements MemberWriter {
    private final Company company;

    SegmentWriter(Company company) {
        this.company = company;
    }

    @Override
    public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
        return company.inbound().flatMap(files -> new Preparation(company, order, call).run());
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
        return company.inbound()
                .flatMap(files -> files.freeStamp(order.dataSource().id(), wanted, call));
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
        return company.inbound()
                .flatMap(files -> SegmentNumber.segment(company, order.audience(), call)
                        .flatMap(
                                segment -> new TraitOfSegment(company.traits()).find(segment, order.dataSource(), call))
                        .flatMap(trait -> files.open(order, trait.sid(), call)));
    }
}
