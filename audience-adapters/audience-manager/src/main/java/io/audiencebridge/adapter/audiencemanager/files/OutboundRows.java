// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The rows of delivered files that name an audience, file by file. A batch is bounded by its bytes too. */
final class OutboundRows implements KeySource {
    private static final int CHUNK = 64 << 10;
    private static final int BATCH_BYTES = 1 << 20;

    private final OutboundBytes bytes;
    private final RowReader reader;
    private final Call call;
    private final DeliveredLines delivered;
    private final TextKeysBuilder rows = TextKeysBuilder.reusing();
    private final byte[] chunk = new byte[CHUNK];
    private final BooleanSupplier enough;
    private Seq<DeliveredFile> files;
    private @Nullable ByteSource open;
    private LineCount lines = LineCount.NONE;
    private int batchBytes;
    private long told;
    private long toldUndecided;

    /** The rows of {@code files}, which are read one after the other; {@code delivered} counts their lines. */
    OutboundRows(DeliveredLines delivered, Seq<DeliveredFile> files, OutboundBytes bytes, RowReader reader, Call call) {
        this(delivered, files, bytes, reader, call, () -> false);
    }

    /** The same, which ends before another chunk is read once there is {@code enough}. */
    OutboundRows(
            DeliveredLines delivered,
            Seq<DeliveredFile> files,
            OutboundBytes bytes,
            RowReader reader,
            Call call,
            BooleanSupplier enough) {
        this.enough = enough;
        this.delivered = delivered;
        this.files = files;
        this.bytes = bytes;
        this.reader = reader;
        this.call = call;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (!rows.isFull() && batchBytes < BATCH_BYTES) {
            Either<BridgeError, Boolean> more = enough.getAsBoolean()
                    ? Either.right(false)
                    : call.check().flatMap(going -> open == null ? openNext() : readOn(open));
            if (more.isLeft()) {
                close();
                return Either.left(more.getLeft());
            }
            if (!more.get()) {
                tell();
                return Either.right(Option.when(rows.size() > 0, this::batch));
            }
        }
        return Either.right(Option.of(batch()));
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private Either<BridgeError, Boolean> openNext() {
        if (files.isEmpty()) {
            return Either.right(false);
        }
        return bytes.open(files.head()).map(opened -> {
            open = opened;
            lines = new LineCount(files.head());
            files = files.tail();
            reader.beginFile();
            return true;
        });
    }

    private Either<BridgeError, Boolean> readOn(ByteSource from) {
        return from.read(chunk, 0, chunk.length).flatMap(count -> count == ByteSource.END ? endFile() : take(count));
    }

    private Either<BridgeError, Boolean> take(int count) {
        lines.count(chunk, count);
        reader.read(chunk, count, rows);
        batchBytes += reader.takeKeyBytes();
        return Either.right(true);
    }

    private Either<BridgeError, Boolean> endFile() {
        reader.endFile(rows);
        batchBytes += reader.takeKeyBytes();
        close();
        return lines.checked().map(whole -> true);
    }

    private TextKeys batch() {
        batchBytes = 0;
        tell();
        call.progress().moved("reading members", delivered.lines(), -1);
        return rows.build();
    }

    private void tell() {
        delivered.count(reader.decided() - told, reader.undecided() - toldUndecided);
        told = reader.decided();
        toldUndecided = reader.undecided();
    }
}
