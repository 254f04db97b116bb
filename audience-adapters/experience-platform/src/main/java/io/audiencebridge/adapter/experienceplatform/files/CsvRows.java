// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.adapter.experienceplatform.client.RejectReason;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one after the other, as bytes: no object per row or cell. A row that breaks the rules is rejected, and reading goes on with the line after
 * the one it began on, so that a quote that is never closed costs one line and not the file. Lines end with LF, CR LF or CR, mixed as they come; empty lines are no rows.
 */
final class CsvRows {
    /** What {@link #next} found. */
    enum Found {
        ROW,
        REJECT,
        END,
        FAILURE
    }

    private static final int NONE = -1;
    private static final int FIRST_BUFFER = 1 << 16;

    private final ByteSource source;
    private final RowBuffer cells;
    private final int delimiter;
    private final int quote;
    private final int escape;
    private final int longest;
    private byte[] raw = new byte[FIRST_BUFFER];
    private int start;
    private int pos;
    private int end;
    /** Where reading has to stop: at the end of what was fetched, or of the longest row. */
    private int stop;

    private boolean ended;
    private boolean tooLong;
    private boolean broken;
    private int secondLine;
    private int breaks;
    private long line = 1;
    private long rowLine = 1;
    private RejectReason reason = RejectReason.QUOTING;
    private @Nullable BridgeError failure;

    CsvRows(ByteSource source, CsvOptions options, char delimiter) {
        this.source = source;
        this.cells = new RowBuffer(
                options.nullValue().getBytes(StandardCharsets.UTF_8),
                options.emptyValue().getBytes(StandardCharsets.UTF_8));
        this.delimiter = delimiter;
        this.quote = options.quote()
                .map(Character::charValue)
                .map(sign -> (int) sign)
                .orElse(NONE);
        this.escape = options.escape();
        this.longest = options.maxRowBytes();
    }

    /** The cells of the row found last. */
    RowBuffer cells() {
        return cells;
    }

    /** The line on which the row found last begins. */
    long line() {
        return rowLine;
    }

    /** Why the row found last was rejected. */
    RejectReason reason() {
        return reason;
    }

    /** Why reading failed; after that nothing more is read. */
    BridgeError failure() {
        if (failure == null) {
            throw new IllegalStateException("Nothing has failed");
        }
        return failure;
    }

    Found next() {
        Found found = row();
        while (found == Found.ROW && cells.isBlankLine()) {
            found = row();
        }
        return found;
    }

    private Found row() {
        begin();
        rowLine = line;
        secondLine = NONE;
        breaks = 0;
        broken = false;
        tooLong = false;
        cells.clear();
        if (peek() == NONE) {
            return failure == null ? Found.END : Found.FAILURE;
        }
        boolean more = true;
        while (more && !broken) {
            cell();
            more = peek() == delimiter;
            if (more) {
                pos++;
            }
        }
        return failure != null ? Found.FAILURE : ended();
    }

    /** What follows the last cell decides: the end of a line or of the file, or the row is broken. */
    private Found ended() {
        int after = peek();
        boolean whole = !tooLong && !broken && (after == NONE || after == '\n' || after == '\r');
        if (failure != null) {
            return Found.FAILURE;
        }
        if (!whole) {
            reason = tooLong ? RejectReason.TOO_LONG : RejectReason.QUOTING;
            return recover();
        }
        passLineEnd();
        line += breaks + 1L;
        if (cells.hasNul()) {
            reason = RejectReason.NO_TEXT;
            return Found.REJECT;
        }
        return Found.ROW;
    }

    private void cell() {
        if (quote != NONE && peek() == quote) {
            pos++;
            quotedCell();
        } else {
            plainCell();
        }
    }

    private void plainCell() {
        for (int next = peek(); next != NONE && next != delimiter && next != '\n' && next != '\r'; next = peek()) {
            cells.add((byte) next);
            pos++;
        }
        broken = tooLong;
        cells.endCell(false);
    }

    private void quotedCell() {
        for (int next = peek(); next != NONE; next = peek()) {
            pos++;
            if (next == escape && escape != quote && (peek() == quote || peek() == escape)) {
                cells.add(raw[pos++]);
            } else if (next == quote) {
                if (peek() != quote) {
                    cells.endCell(true);
                    return;
                }
                cells.add((byte) quote);
                pos++;
            } else {
                cells.add((byte) next);
                lineBreak(next);
            }
        }
        broken = true;
    }

    /** Inside quotes a line may end; CR LF ends one. */
    private void lineBreak(int passed) {
        if (passed == '\n' || (passed == '\r' && peek() != '\n')) {
            breaks++;
            if (secondLine == NONE) {
                secondLine = pos - start;
            }
        }
    }

    /** Goes to the line after the one on which the broken row began. */
    private Found recover() {
        if (secondLine != NONE) {
            pos = start + secondLine;
        } else {
            tooLong = false;
            begin();
            for (int next = peek(); next != NONE && next != '\n' && next != '\r'; next = peek()) {
                pos++;
                begin();
            }
            passLineEnd();
        }
        line++;
        return failure == null ? Found.REJECT : Found.FAILURE;
    }

    /** The end of a line is not of the row: a row of the longest length may end. */
    private void passLineEnd() {
        begin();
        int first = peek();
        if (first == '\n' || first == '\r') {
            pos++;
            begin();
        }
        if (first == '\r' && peek() == '\n') {
            pos++;
        }
    }

    private void begin() {
        start = pos;
        stop = Math.min(end, start + longest);
    }

    /** The next byte, or {@link #NONE} at the end, at a failure, or when the row is too long. */
    private int peek() {
        return pos < stop ? raw[pos] & 0xff : fill();
    }

    private int fill() {
        tooLong |= pos - start >= longest && (pos < end || !ended);
        if (ended || tooLong || failure != null) {
            return NONE;
        }
        makeRoom();
        Either<BridgeError, Integer> read = source.read(raw, end, raw.length - end);
        if (read.isLeft()) {
            failure = read.getLeft();
            return NONE;
        }
        ended = read.get() == ByteSource.END;
        end += Math.max(0, read.get());
        stop = Math.min(end, start + longest);
        return ended ? NONE : raw[pos] & 0xff;
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(raw, start, raw, 0, end - start);
            pos -= start;
            end -= start;
            start = 0;
        }
        if (end == raw.length) {
            raw = Arrays.copyOf(raw, Math.min(raw.length * 2, Math.max(longest, raw.length) + 1));
        }
    }
}
