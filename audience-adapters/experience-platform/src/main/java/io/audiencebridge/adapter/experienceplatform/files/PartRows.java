// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportKind;
import io.audiencebridge.adapter.experienceplatform.client.MembershipBatch;
import io.audiencebridge.adapter.experienceplatform.client.RejectReason;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;

/** The rows of one file as membership events. */
final class PartRows implements AutoCloseable {
    private static final byte ENTERING = 0;
    /** In place of marks: the row is rejected, and {@link #reason} says why. */
    private static final byte REJECTED = -1;

    private final PeekedSource text;
    private final CsvRows rows;
    private final Columns columns;
    private final ExportKind kind;
    private final String file;
    private final RejectTally rejects;
    private long time;
    private RejectReason reason = RejectReason.QUOTING;

    private PartRows(
            PeekedSource text, CsvRows rows, Columns columns, ExportKind kind, String file, RejectTally rejects) {
        this.text = text;
        this.rows = rows;
        this.columns = columns;
        this.kind = kind;
        this.file = file;
        this.rejects = rejects;
    }

    /** Left: the file cannot be read, or its header lacks the key; {@code text} is closed then. */
    static Either<BridgeError, PartRows> open(PeekedSource text, PartOrder order, RejectTally rejects) {
        CsvOptions options = order.destination().csv();
        return text.peek(options.maxRowBytes())
                .flatMap(line ->
                        Header.read(line, options, order.destination().keyColumn(), order.audience(), order.file()))
                .map(header -> {
                    CsvRows rows = new CsvRows(text, options, header.delimiter());
                    if (options.columns().isEmpty()) {
                        rows.next();
                    }
                    return new PartRows(text, rows, header.columns(), order.kind(), order.file(), rejects);
                })
                .peekLeft(failed -> text.close());
    }

    boolean hasStatus() {
        return columns.status() != Columns.NONE;
    }

    /** Fills a batch. Right: whether the file has ended. */
    Either<BridgeError, Boolean> fill(BatchBuilder batch) {
        while (!batch.isFull()) {
            switch (rows.next()) {
                case ROW -> add(batch);
                case REJECT -> reject(batch, rows.reason());
                case END -> {
                    return Either.right(true);
                }
                case FAILURE -> {
                    return Either.left(rows.failure());
                }
            }
        }
        return Either.right(false);
    }

    private void add(BatchBuilder batch) {
        byte marks = marks();
        if (marks == REJECTED) {
            reject(batch, reason);
        } else {
            RowBuffer cells = rows.cells();
            batch.add(cells.text(), cells.start(columns.key()), cells.end(columns.key()), marks, time);
        }
    }

    private void reject(BatchBuilder batch, RejectReason why) {
        rejects.add(file, rows.line(), why);
        batch.reject();
    }

    private byte marks() {
        RowBuffer cells = rows.cells();
        if (cells.count() != columns.count()) {
            return rejected(cells.count() < columns.count() ? RejectReason.TOO_FEW_CELLS : RejectReason.TOO_MANY_CELLS);
        }
        if (cells.isAbsent(columns.key())) {
            return rejected(RejectReason.NO_KEY);
        }
        if (!Utf8Check.isText(cells.text(), cells.start(columns.key()), cells.end(columns.key()))) {
            return rejected(RejectReason.NO_TEXT);
        }
        time = time(cells);
        return time == EventTime.UNREADABLE ? rejected(RejectReason.BAD_TIME) : status(cells);
    }

    private long time(RowBuffer cells) {
        int column = columns.time();
        return column == Columns.NONE || cells.isAbsent(column)
                ? MembershipBatch.UNTIMED
                : EventTime.millis(cells.text(), cells.start(column), cells.end(column));
    }

    private byte status(RowBuffer cells) {
        int column = columns.status();
        if (column == Columns.NONE || isMember(cells, column)) {
            return ENTERING;
        }
        if (cells.isAbsent(column)) {
            return rejected(RejectReason.NO_STATUS);
        }
        if (!cells.says(column, "exited") && !cells.says(column, "expired")) {
            return rejected(RejectReason.UNKNOWN_STATUS);
        }
        return kind == ExportKind.FULL ? rejected(RejectReason.LEAVER_IN_FULL_EXPORT) : TextKeys.LEAVING;
    }

    /** {@code existing} is what older exports say; the other two are words of the user interface. */
    private static boolean isMember(RowBuffer cells, int column) {
        return cells.says(column, "realized") || cells.says(column, "existing") || cells.says(column, "active");
    }

    private byte rejected(RejectReason why) {
        reason = why;
        return REJECTED;
    }

    @Override
    public void close() {
        text.close();
    }
}
