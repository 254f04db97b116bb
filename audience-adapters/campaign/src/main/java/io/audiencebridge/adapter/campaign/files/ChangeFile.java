// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/**
 * A list's difference as a file: UTF-8, the header {@code operation,recipientId}, and a row for each recipient, {@code add} or {@code remove}. The same rows
 * are the same bytes. One writer.
 */
final class ChangeFile {
    private static final byte[] HEADER = ascii("operation,recipientId\r\n");
    private static final byte[] ADD = ascii("add,");
    private static final byte[] REMOVE = ascii("remove,");
    private static final int BUFFER = 64 << 10;
    private static final int LONGEST_ROW = 64;
    private final ByteSink sink;
    private final byte[] lines = new byte[BUFFER];
    private final byte[] number = new byte[LONGEST_ROW];
    private int filled;
    private long rows;

    /** A file whose bytes go to {@code sink}. */
    ChangeFile(ByteSink sink) {
        this.sink = sink;
        put(HEADER, 0, HEADER.length);
    }

    /** Takes a batch; a recipient that comes twice in a row is written once. */
    Either<BridgeError, Integer> accept(TextKeys batch, Call call) {
        return call.check().flatMap(open -> {
            for (int row = 0; row < batch.size(); row++) {
                if (batch.recipientHigh(row) == 0 && batch.recipientLow(row) == 0) {
                    return Either.left(BridgeError.InvalidRequest.of(
                            "members", "A list takes recipients, and a row names none; match the keys first"));
                }
                Either<BridgeError, Integer> room = room();
                if (room.isLeft()) {
                    return room;
                }
                if (row == 0 || !batch.sameRecipient(row, row - 1)) {
                    write(batch, row);
                }
            }
            return Either.right(batch.size());
        });
    }

    /** Makes the file visible; right: its rows. */
    Either<BridgeError, Long> finish() {
        return flush().peekLeft(error -> sink.abort())
                .flatMap(written -> sink.finish())
                .map(file -> rows);
    }

    void abort() {
        sink.abort();
    }

    private void write(TextKeys batch, int row) {
        byte[] operation = batch.has(row, TextKeys.LEAVING) ? REMOVE : ADD;
        put(operation, 0, operation.length);
        long high = batch.recipientHigh(row);
        long low = batch.recipientLow(row);
        if (high == low >> 63 && low != Long.MIN_VALUE) {
            number(low);
        } else {
            byte[] id = ascii(RecipientId.text(high, low) + "\r\n");
            put(id, 0, id.length);
        }
        rows++;
    }

    /** Digits are written from the last to the first, without a text in between. */
    private void number(long value) {
        int at = number.length;
        number[--at] = '\n';
        number[--at] = '\r';
        long rest = Math.abs(value);
        do {
            number[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (value < 0) {
            number[--at] = '-';
        }
        put(number, at, number.length - at);
    }

    private void put(byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, lines, filled, length);
        filled += length;
    }

    private Either<BridgeError, Integer> room() {
        return lines.length - filled < LONGEST_ROW ? flush() : Either.right(0);
    }

    private Either<BridgeError, Integer> flush() {
        int length = filled;
        filled = 0;
        return sink.write(lines, 0, length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
