// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.micro;

import io.audiencebridge.adapter.gzip.GzipCodec;
import io.audiencebridge.adapter.gzip.GzipSettings;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Rows of a trait data file written and compressed into nowhere, by the row: one file that never ends, in one thread. */
@State(Scope.Thread)
public class CompressingRows {
    private static final byte[] SIGNAL = "\td_sid=2345678\n".getBytes(StandardCharsets.US_ASCII);

    @Param({"field-aware", "jdk"})
    String codec = "field-aware";

    private final TextKeys batch = Rows.visitors(0);
    private final byte[] lines = new byte[Rows.BATCH * (38 + SIGNAL.length)];
    private final Nowhere nowhere = new Nowhere();
    private ByteSink sink = nowhere;

    /** For JMH. */
    public CompressingRows() {}

    /** Opens the file. */
    @Setup
    public void open() {
        GzipSettings settings =
                GzipSettings.builder().fieldAware(codec.equals("field-aware")).build();
        sink = GzipCodec.of(settings, Runnable::run).get().compressing(nowhere);
    }

    /** Gives it up. */
    @TearDown
    public void end() {
        sink.abort();
    }

    /** A batch. */
    @Benchmark
    @OperationsPerInvocation(Rows.BATCH)
    public long compressing() {
        int at = 0;
        for (int row = 0; row < batch.size(); row++) {
            int length = batch.end(row) - batch.start(row);
            System.arraycopy(batch.text(), batch.start(row), lines, at, length);
            System.arraycopy(SIGNAL, 0, lines, at + length, SIGNAL.length);
            at += length + SIGNAL.length;
        }
        sink.write(lines, 0, at).get();
        return nowhere.bytes;
    }

    /** Counts what it forgets. */
    private static final class Nowhere implements ByteSink {
        private long bytes;

        @Override
        public Either<BridgeError, Integer> write(byte[] source, int from, int length) {
            bytes += length;
            return Either.right(length);
        }

        @Override
        public Either<BridgeError, StoredFile> finish() {
            return Either.left(BridgeError.InvalidRequest.of("file", "there is none"));
        }

        @Override
        public void abort() {}
    }
}
