// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.files.UnsentFiles;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedWrite;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;

/** What a {@link SegmentWriter} would create and write, by calls that read, and files that go nowhere. */
final class SegmentRehearsals implements WriteRehearsals {
    /** Stands for the number of a trait that is not there yet; it has as many digits as traits have. */
    private static final long NO_TRAIT = 99_999_999;

    private final Company company;

    SegmentRehearsals(Company company) {
        this.company = company;
    }

    @Override
    public Either<BridgeError, RehearsedAudience> prepare(AudienceOrder order, Call call) {
        return company.inbound().flatMap(files -> new Preparation(company, order, call).rehearse());
    }

    @Override
    public Either<BridgeError, KeySink<RehearsedWrite>> open(WriteOrder order, Call call) {
        UnsentFiles.Unsent record = new UnsentFiles.Unsent();
        return company.unsent(record)
                .flatMap(files -> trait(order, call).flatMap(trait -> files.open(order, trait, call)))
                .map(sink -> new Sink(sink, record));
    }

    private Either<BridgeError, Long> trait(WriteOrder order, Call call) {
        return RehearsedAudience.isNobodys(order.audience())
                ? Either.right(NO_TRAIT)
                : SegmentNumber.segment(company, order.audience(), call)
                        .flatMap(
                                segment -> new TraitOfSegment(company.traits()).find(segment, order.dataSource(), call))
                        .map(Trait::sid);
    }

    private record Sink(KeySink<WriteSummary> sink, UnsentFiles.Unsent unsent) implements KeySink<RehearsedWrite> {
        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            return sink.accept(batch);
        }

        @Override
        public Either<BridgeError, RehearsedWrite> finish() {
            return sink.finish()
                    .map(summary -> new RehearsedWrite(
                            summary.rows(), unsent.files(), unsent.files().size()));
        }

        @Override
        public void abort() {
            sink.abort();
        }
    }
}
