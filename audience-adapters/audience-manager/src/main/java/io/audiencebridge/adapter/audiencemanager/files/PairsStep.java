// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids of several data sources as JSON, {@code [["1111","AAAA"],["2222","CCCC"]]}; of those only one data source's are wanted. Text with a backslash is not
 * read. Source: Audience Manager, "Outbound macro examples".
 */
final class PairsStep implements RowStep {
    private final byte[] dataSource;
    private final boolean wanted;
    private int at;
    private int textStart;
    private int textEnd;

    PairsStep(long dataSource, boolean wanted) {
        this.dataSource = Long.toString(dataSource).getBytes(StandardCharsets.US_ASCII);
        this.wanted = wanted;
    }

    @Override
    public int read(byte[] line, int from, int length, RowMatch match) {
        at = from;
        if (!skip('[', line, length)) {
            return NO;
        }
        if (skip(']', line, length)) {
            return at;
        }
        do {
            if (!pair(line, length, match)) {
                return NO;
            }
        } while (skip(',', line, length));
        return skip(']', line, length) ? at : NO;
    }

    private boolean pair(byte[] line, int length, RowMatch match) {
        if (!skip('[', line, length) || !text(line, length)) {
            return false;
        }
        boolean ours = wanted && Arrays.equals(dataSource, 0, dataSource.length, line, textStart, textEnd);
        if (!skip(',', line, length) || !text(line, length)) {
            return false;
        }
        if (ours && textEnd > textStart) {
            match.id(textStart, textEnd);
        }
        return skip(']', line, length);
    }

    private boolean text(byte[] line, int length) {
        if (!skip('"', line, length)) {
            return false;
        }
        textStart = at;
        while (at < length && line[at] != '"') {
            if (line[at] == '\\') {
                return false;
            }
            at++;
        }
        textEnd = at;
        return skip('"', line, length);
    }

    private boolean skip(char expected, byte[] line, int length) {
        while (at < length && line[at] == ' ') {
            at++;
        }
        if (at < length && line[at] == expected) {
            at++;
            return true;
        }
        return false;
    }
}
