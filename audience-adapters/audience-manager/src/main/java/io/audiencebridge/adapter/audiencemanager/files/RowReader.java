// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.member.TextKeysBuilder;

/**
 * Reads the lines of outbound files for one audience (SEMANTICS S5). Lines end with LF or CRLF, the last one also with nothing; a blank line is no row; a byte
 * order mark is skipped. A line that cannot be decided becomes a row marked undecidable, never a member. One reader; not thread-safe.
 */
interface RowReader {
    /** A new file begins. */
    void beginFile();

    /** Reads {@code bytes[0, count)}; rows that name the audience, and lines that cannot be decided, are added to {@code rows}. */
    void read(byte[] bytes, int count, TextKeysBuilder rows);

    /** The file ends; so does its last line. */
    void endFile(TextKeysBuilder rows);

    /** Lines so far that could be decided. */
    long decided();

    /** Lines so far that could not be decided. */
    long undecided();

    /** Bytes of the keys added since this was asked last. */
    int takeKeyBytes();
}
