// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/** Why a row of a file is none. */
public enum RejectReason {
    /** A quote was opened and not closed, or something follows a closed one; the rest of its line is lost, the next line is read. */
    QUOTING,

    /** Longer than {@link CsvOptions#maxRowBytes()}. */
    TOO_LONG,

    /** Fewer cells than columns. */
    TOO_FEW_CELLS,

    /** More cells than columns: a delimiter that was not quoted may have moved them. */
    TOO_MANY_CELLS,

    /** A NUL or bytes that are no text in the file's encoding. */
    NO_TEXT,

    /** The key is empty or absent. */
    NO_KEY,

    /** There is a column of the status and nothing in it. */
    NO_STATUS,

    /** A status that nobody has described. */
    UNKNOWN_STATUS,

    /** A full export says that somebody left; it holds members only. */
    LEAVER_IN_FULL_EXPORT,

    /** The time of the last qualification cannot be read. */
    BAD_TIME
}
