// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.util.Arrays;

/**
 * Reads lines of the default row template: id, space, current segments, and after another space the removed ones, each list with commas (SEMANTICS S5).
 *
 * <p>One space separates, so two in a row are an empty current list, and the removed list is never read into the audience. A line without a space, without
 * an id, with more than three columns or with a control character cannot be decided. A line may be of any length: nothing of it is held but its id.
 */
final class DefaultRows implements RowReader {
    private static final int ID = 0;
    private static final int CURRENT = 1;
    private static final int REMOVED = 2;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final byte[][] tokens;
    private final int headerLines;
    private final boolean changes;
    private final byte[] id = new byte[KeyTranslator.LONGEST];
    private final byte[] item;
    private int header;
    private int marked;
    private int idLength;
    private int itemLength;
    private int column;
    private boolean blank;
    private boolean undecidable;
    private boolean carriageReturn;
    private boolean named;
    private boolean left;
    private boolean filled;
    private long decided;
    private long undecided;
    private int keyBytes;

    /**
     * A reader.
     *
     * @param tokens each names the audience
     * @param headerLines lines at the beginning of a file that are no rows
     * @param changes whether who left is read too, and a row that names the audience as both cannot be decided
     */
    DefaultRows(byte[][] tokens, int headerLines, boolean changes) {
        this.tokens = tokens;
        this.headerLines = headerLines;
        this.changes = changes;
        this.item = new byte
                [Arrays.stream(tokens).mapToInt(token -> token.length).max().orElse(0)];
        beginFile();
    }

    @Override
    public void beginFile() {
        marked = 0;
        header = headerLines;
        beginLine();
    }

    @Override
    public void read(byte[] bytes, int count, TextKeysBuilder rows) {
        int from = marked < MARK.length ? skipMark(bytes, count) : 0;
        for (int i = from; i < count; i++) {
            if (bytes[i] == '\n') {
                endLine(rows);
            } else {
                take(bytes[i]);
            }
        }
    }

    @Override
    public void endFile(TextKeysBuilder rows) {
        noMark();
        if (filled) {
            endLine(rows);
        }
    }

    @Override
    public long decided() {
        return decided;
    }

    @Override
    public long undecided() {
        return undecided;
    }

    @Override
    public int takeKeyBytes() {
        int bytes = keyBytes;
        keyBytes = 0;
        return bytes;
    }

    /** Skips the mark's bytes, also one by one; what turns out to be none is content. */
    private int skipMark(byte[] bytes, int count) {
        int from = 0;
        while (marked < MARK.length && from < count) {
            if (bytes[from] == MARK[marked]) {
                marked++;
                from++;
            } else {
                noMark();
            }
        }
        return from;
    }

    private void noMark() {
        for (int i = 0; i < marked && marked < MARK.length; i++) {
            take(MARK[i]);
        }
        marked = MARK.length;
    }

    private void take(byte next) {
        filled = true;
        undecidable |= carriageReturn;
        carriageReturn = next == '\r';
        if (next == ' ') {
            endColumn();
        } else if (next != '\r') {
            blank = false;
            undecidable |= (next >= 0 && next < ' ') || next == 0x7f;
            content(next);
        }
    }

    private void content(byte next) {
        if (column == ID) {
            if (idLength < id.length) {
                id[idLength] = next;
            }
            idLength++;
        } else if (column == CURRENT || (changes && column == REMOVED)) {
            if (next == ',') {
                endItem();
            } else {
                if (itemLength < item.length) {
                    item[itemLength] = next;
                }
                itemLength++;
            }
        }
    }

    private void endColumn() {
        endItem();
        column++;
    }

    private void endItem() {
        if (itemLength > 0 && itemLength <= item.length) {
            for (byte[] token : tokens) {
                boolean same = Arrays.equals(token, 0, token.length, item, 0, itemLength);
                named |= same && column == CURRENT;
                left |= same && column == REMOVED;
            }
        }
        itemLength = 0;
    }

    private void endLine(TextKeysBuilder rows) {
        if (header > 0) {
            header--;
        } else if (!blank) {
            endRow(rows);
        }
        beginLine();
    }

    private void endRow(TextKeysBuilder rows) {
        endItem();
        boolean lost = undecidable || (named && left);
        if (lost || idLength == 0 || idLength > id.length || column == ID || column > REMOVED) {
            undecided++;
            rows.key(id, 0, 0, TextKeys.UNDECIDABLE);
            return;
        }
        decided++;
        if (named || left) {
            rows.key(id, 0, idLength, left ? TextKeys.LEAVING : 0);
            keyBytes += idLength;
        }
    }

    private void beginLine() {
        idLength = 0;
        itemLength = 0;
        column = ID;
        blank = true;
        undecidable = false;
        carriageReturn = false;
        named = false;
        left = false;
        filled = false;
    }
}
