// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fields of an extract into rows: {@code recipientId,key,optedOut}, one row a key, the rows of one recipient one after the other. The parser hands
 * over places in its own buffer; a row makes no object. The first row that cannot be understood stops it: a person that nobody can name must not be dropped
 * in silence. Not thread-safe.
 */
final class ExtractRows extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final String[] HEADER = {"recipientId", "key", "optedOut"};
    private static final int ID = 0;
    private static final int KEY = 1;
    private static final int OPTED_OUT = 2;
    private static final int LONGEST_NUMBER = 18;

    private final TextKeysBuilder rows;
    private final ExtractedKeys recipient;
    private final Utf8 key = new Utf8();
    private boolean headed;
    private long read;
    private long high;
    private long low;
    private boolean out;
    private @Nullable String wrong;

    ExtractRows(TextKeysBuilder rows, boolean byVisitorId) {
        this.rows = rows;
        this.recipient = new ExtractedKeys(byVisitorId);
    }

    @Override
    protected void handleField(int field, char[] buffer, int from, int length, boolean quoted) {
        if (wrong != null) {
            return;
        }
        if (!headed) {
            wrong = field < HEADER.length && HEADER[field].contentEquals(new String(buffer, from, length))
                    ? null
                    : "must begin with the header " + String.join(",", HEADER);
            return;
        }
        switch (field) {
            case ID -> id(buffer, from, length);
            case KEY -> wrong = key.take(buffer, from, length) ? null : "has a key that is too long or no text";
            case OPTED_OUT -> flag(buffer, from, length);
            default -> wrong = "has more than three fields";
        }
    }

    /** True; the parser would leave out a row for which there is nothing. */
    @Override
    protected Boolean buildRecord() {
        if (wrong == null && getFieldCount() < HEADER.length) {
            wrong = "has fewer than three fields";
        }
        if (wrong == null && headed) {
            row();
        }
        headed |= wrong == null;
        return true;
    }

    /** What is wrong with the row read last; null for nothing. */
    @Nullable
    String wrong() {
        return wrong;
    }

    /** Rows behind the header that were understood. */
    long read() {
        return read;
    }

    /** Whether the header was read. */
    boolean isHeaded() {
        return headed;
    }

    /** The last recipient has no more rows. */
    void end() {
        if (recipient.isThere()) {
            recipient.emit(rows);
        }
    }

    private void row() {
        if (!recipient.is(high, low)) {
            if (recipient.isThere()) {
                if (!recipient.isBefore(high, low)) {
                    wrong = "does not follow the one before: rows must be ordered by recipientId";
                    return;
                }
                recipient.emit(rows);
            }
            recipient.begin(high, low);
        }
        if (out) {
            recipient.optedOut();
        }
        recipient.key(key.bytes(), key.length());
        read++;
    }

    /** The usual id is a short number, read without an object. */
    private void id(char[] buffer, int from, int length) {
        boolean negative = length > 0 && buffer[from] == '-';
        int start = from + (negative ? 1 : 0);
        int end = from + length;
        boolean number = end > start && end - start <= LONGEST_NUMBER;
        long value = 0;
        for (int i = start; number && i < end; i++) {
            number = buffer[i] >= '0' && buffer[i] <= '9';
            value = value * 10 + buffer[i] - '0';
        }
        if (number) {
            low = negative ? -value : value;
            high = low >> 63;
            return;
        }
        Either<Violation, RecipientId> parsed = RecipientId.parse(new String(buffer, from, length));
        if (parsed.isLeft()) {
            wrong = "has a recipientId that is neither a number nor a UUID";
        } else {
            high = parsed.get().high();
            low = parsed.get().low();
        }
    }

    private void flag(char[] buffer, int from, int length) {
        if (length == 1 && (buffer[from] == '0' || buffer[from] == '1')) {
            out = buffer[from] == '1';
            return;
        }
        String text = new String(buffer, from, length);
        out = text.equals("true");
        wrong = out || text.equals("false") ? null : "has something else than 0 or 1 in optedOut";
    }
}
