// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedWrite;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/** A writer that writes nothing and notes what it would have. It never makes a run wait: what the run would wait for is noted as well. */
final class RehearsedWriter implements MemberWriter {
    private final ConnectionName name;
    private final MemberWriter writer;
    private final WriteRehearsals rehearsals;
    private final Planned planned;

    RehearsedWriter(ConnectionName name, MemberWriter writer, WriteRehearsals rehearsals, Planned planned) {
        this.name = name;
        this.writer = writer;
        this.rehearsals = rehearsals;
        this.planned = planned;
    }

    @Override
    public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
        return rehearsals.prepare(order, call).map(rehearsed -> {
            planned.read(name);
            planned.prepared(name, rehearsed);
            return PreparedAudience.builder()
                    .from(rehearsed.prepared())
                    .notBefore(Optional.empty())
                    .build();
        });
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
        planned.read(name);
        return writer.freeStamp(order, wanted, call);
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
        return rehearsals.open(order, call).map(sink -> new Sink(name, sink, planned));
    }

    private record Sink(ConnectionName name, KeySink<RehearsedWrite> sink, Planned planned)
            implements KeySink<WriteSummary> {
        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            return sink.accept(batch);
        }

        @Override
        public Either<BridgeError, WriteSummary> finish() {
            return sink.finish().map(written -> {
                planned.wrote(name, written.writes());
                planned.files(written.files());
                return new WriteSummary(written.rows(), written.files().map(Preview.PlannedFile::name));
            });
        }

        @Override
        public void abort() {
            sink.abort();
        }
    }
}
