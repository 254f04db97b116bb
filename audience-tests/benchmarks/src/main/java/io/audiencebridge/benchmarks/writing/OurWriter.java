// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.adapter.audiencemanager.files.InboundFiles;
import io.audiencebridge.adapter.audiencemanager.files.PartLimits;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The writer of a share, with all its checks; compression runs beside it on two threads. */
final class OurWriter implements Side {
    private final List<TextKeys> members;
    private final WriteOrder order;
    private final OurPacking packing;
    private final ExecutorService threads;

    private OurWriter(Members members, OurPacking packing, ExecutorService threads) {
        this.packing = packing;
        this.threads = threads;
        this.members = members.wire();
        this.order = WriteOrder.builder()
                .audience(new AudienceRef(ConnectionName.of(SystemId.AUDIENCE_MANAGER), "1"))
                .dataSource(members.source())
                .change(WriteOrder.Change.ADD)
                .stamp(Instant.parse("2026-11-26T12:00:00Z"))
                .build();
    }

    /** With files in gzip. */
    static OurWriter gzip(Members members) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        return new OurWriter(members, OurPacking.gzip(threads), threads);
    }

    /** With files encrypted by OpenPGP. */
    static OurWriter openPgp(Members members) throws IOException {
        return new OurWriter(members, OurPacking.openPgp(), Executors.newFixedThreadPool(2));
    }

    @Override
    public InputStream rows(Path file) throws IOException {
        return packing.reading().open(file);
    }

    @Override
    public void write(Path folder) {
        Call call = Call.within("benchmark", Duration.ofHours(1), System::nanoTime, Progress.SILENT);
        InboundFiles files =
                new InboundFiles(new Scratch(folder), "partner", packing.packing(), PartLimits.USUAL, threads);
        KeySink<WriteSummary> sink = orThrow(files.open(order, Members.TRAIT, call));
        for (TextKeys batch : members) {
            orThrow(sink.accept(batch));
        }
        orThrow(sink.finish());
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static <T> T orThrow(Either<BridgeError, T> outcome) {
        return outcome.getOrElseThrow(error -> new IllegalStateException(error.message()));
    }
}
