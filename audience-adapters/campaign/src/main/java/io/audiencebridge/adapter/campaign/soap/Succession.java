// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.error.BridgeError;

/** How the pages of one query follow each other. Not thread-safe. */
interface Succession {
    /** The next page, of about {@code lines} rows that are new. */
    SelectMarkup.Window window(int lines);

    /** What to make of the row at {@code index} of its page. */
    Verdict judge(Row row, int index);

    /** What to make of a page that was read to its end, of whose {@code seen} rows {@code fresh} were handed on. */
    Verdict turn(int seen, int fresh);

    /** Whether the query may be asked again, otherwise, after {@code error}. */
    boolean canFallBack(BridgeError error);

    /** What comes of a row or a page. */
    enum Verdict {
        /** Hand it on; go on to the next page. */
        GOOD,
        /** Pass over it; it was there already. */
        KNOWN,
        /** Ask for the page again. */
        AGAIN,
        /** There is nothing more. */
        END,
        /** The other side breaks the order. */
        BACKWARDS,
        /** The other side gave a key that is none. */
        NO_KEY
    }
}
