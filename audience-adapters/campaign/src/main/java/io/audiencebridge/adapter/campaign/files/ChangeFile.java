// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * A list's difference as a file: gzip, UTF-8, the header {@code operation,recipientId}, and a row for each recipient, {@code add} or {@code remove}. The same
 * rows are the same bytes. One writer.
 */
final class ChangeFile {
    private static final byte[] HEADER = ascii("operation,recipientId\r\n");
    private static final byte[] ADD = ascii("add,");
    private static final byte[] REMOVE = ascii("remove,");
    private static final int BUFFER = 64 << 10;
    private final ByteSink sink;
    private final GZIPOutputStream out;
    private final byte[] line = new byte[64];
    private long rows;

    private ChangeFile(ByteSink sink, GZIPOutputStream out) {
        this.sink = sink;
        this.out = out;
    }

    /** A file with its header, whose bytes go to {@code sink}. */
    static Either<BridgeError, ChangeFile> into(ByteSink sink) {
        try {
            GZIPOutputStream out = new GZIPOutputStream(new SinkStream(sink), BUFFER);
            out.write(HEADER);
            return Either.right(new ChangeFile(sink, out));
        } catch (IOException failed) {
            sink.abort();
            return Either.left(error(failed));
        }
    }

    /** Takes a batch; a recipient that comes twice in a row is written once. */
    Either<BridgeError, Integer> accept(TextKeys batch, Call call) {
        return call.check().flatMap(open -> {
            try {
                for (int row = 0; row < batch.size(); row++) {
                    if (batch.recipientHigh(row) == 0 && batch.recipientLow(row) == 0) {
                        return Either.left(BridgeError.InvalidRequest.of(
                                "members", "A list takes recipients, and a row names none; match the keys first"));
                    }
                    if (row == 0 || !batch.sameRecipient(row, row - 1)) {
                        write(batch, row);
                    }
                }
                return Either.right(batch.size());
            } catch (IOException failed) {
                return Either.left(error(failed));
            }
        });
    }

    /** Makes the file visible; right: its rows. */
    Either<BridgeError, Long> finish() {
        try {
            out.finish();
        } catch (IOException failed) {
            return Either.left(error(failed));
        }
        Either<BridgeError, StoredFile> stored = sink.finish();
        return stored.map(file -> rows);
    }

    void abort() {
        sink.abort();
    }

    private void write(TextKeys batch, int row) throws IOException {
        out.write(batch.has(row, TextKeys.LEAVING) ? REMOVE : ADD);
        long high = batch.recipientHigh(row);
        long low = batch.recipientLow(row);
        if (high == low >> 63 && low != Long.MIN_VALUE) {
            number(low);
        } else {
            out.write(ascii(RecipientId.text(high, low) + "\r\n"));
        }
        rows++;
    }

    /** Digits are written from the last to the first, without a text in between. */
    private void number(long value) throws IOException {
        int at = line.length;
        line[--at] = '\n';
        line[--at] = '\r';
        long rest = Math.abs(value);
        do {
            line[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (value < 0) {
            line[--at] = '-';
        }
        out.write(line, at, line.length - at);
    }

    private static BridgeError error(IOException failed) {
        return Unreadable.in(failed, BridgeError.LocalFailure.of("The file of members could not be zipped"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes to a sink; what it refuses comes out as {@link Unreadable}. */
    private static final class SinkStream extends OutputStream {
        private final ByteSink sink;

        SinkStream(ByteSink sink) {
            this.sink = sink;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            Either<BridgeError, Integer> written = sink.write(bytes, from, length);
            if (written.isLeft()) {
                throw new Unreadable(written.getLeft());
            }
        }
    }
}
