// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of a row template of the destination's own. A line is held until it ends and read once for each shape, so reading is linear; one that several
 * shapes read differently cannot be decided, nor one of more than 8 MiB. A row that names the audience without an id of the data source cannot be decided
 * either, since nobody could be told.
 */
final class TemplateRows implements RowReader {
    private static final int LONGEST = 8 << 20;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final ShapeReader[] shapes;
    private final boolean[] allowed = new boolean[' '];
    private final int headerLines;
    private final boolean changes;
    private byte[] line = new byte[4096];
    private int length;
    private boolean tooLong;
    private long lines;
    private long decided;
    private long undecided;
    private int keyBytes;

    /**
     * A reader.
     *
     * @param headerLines lines at the beginning of a file that are no rows
     * @param changes whether who left is read too, and a row that names the audience as both cannot be decided
     */
    TemplateRows(RowTemplate template, RowAudience audience, int headerLines, boolean changes) {
        this.shapes = template.shapes()
                .map(shape -> new ShapeReader(shape, template, audience))
                .toJavaArray(ShapeReader[]::new);
        template.controls().forEach(control -> allowed[control] = true);
        this.headerLines = headerLines;
        this.changes = changes;
    }

    @Override
    public void beginFile() {
        length = 0;
        tooLong = false;
        lines = 0;
    }

    @Override
    public void read(byte[] bytes, int count, TextKeysBuilder rows) {
        int from = 0;
        while (from < count) {
            int end = RowStep.find(bytes, from, count, '\n');
            hold(bytes, from, end);
            if (end < count) {
                endLine(rows);
            }
            from = end + 1;
        }
    }

    @Override
    public void endFile(TextKeysBuilder rows) {
        if (length > 0 || tooLong) {
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

    private void hold(byte[] bytes, int from, int end) {
        int more = end - from;
        if (tooLong || length + more > LONGEST) {
            tooLong = true;
            length = 0;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, Math.min(LONGEST, line.length * 2)));
        }
        System.arraycopy(bytes, from, line, length, more);
        length += more;
    }

    private void endLine(TextKeysBuilder rows) {
        lines++;
        if (lines == 1 && RowStep.stands(MARK, line, 0, length)) {
            length -= MARK.length;
            System.arraycopy(line, MARK.length, line, 0, length);
        }
        length -= length > 0 && line[length - 1] == '\r' ? 1 : 0;
        if (lines > headerLines && (tooLong || !isBlank())) {
            endRow(rows);
        }
        length = 0;
        tooLong = false;
    }

    private boolean isBlank() {
        int at = 0;
        while (at < length && line[at] == ' ') {
            at++;
        }
        return at == length;
    }

    private void endRow(TextKeysBuilder rows) {
        RowMatch match = tooLong || isUncarriable() ? null : match();
        boolean named = match != null && (match.isCurrent() || (changes && match.isRemoved()));
        boolean contradicts = match != null && changes && match.isCurrent() && match.isRemoved();
        if (match == null || contradicts || (named && !isIdentified(match))) {
            undecided++;
            rows.key(line, 0, 0, TextKeys.UNDECIDABLE);
            return;
        }
        decided++;
        for (int id = 0; named && id < match.ids(); id++) {
            rows.key(line, match.start(id), match.end(id), match.isCurrent() ? 0 : TextKeys.LEAVING);
            keyBytes += match.end(id) - match.start(id);
        }
    }

    private @Nullable RowMatch match() {
        RowMatch found = null;
        for (ShapeReader shape : shapes) {
            if (shape.reads(line, length)) {
                if (found != null && !found.agrees(shape.match())) {
                    return null;
                }
                found = shape.match();
            }
        }
        return found;
    }

    private static boolean isIdentified(RowMatch match) {
        for (int id = 0; id < match.ids(); id++) {
            if (match.end(id) - match.start(id) > KeyTranslator.LONGEST) {
                return false;
            }
        }
        return match.ids() > 0;
    }

    private boolean isUncarriable() {
        for (int i = 0; i < length; i++) {
            if (line[i] == 0x7f || (line[i] >= 0 && line[i] < ' ' && !allowed[line[i]])) {
                return true;
            }
        }
        return false;
    }
}
