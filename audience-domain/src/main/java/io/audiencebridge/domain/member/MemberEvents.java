// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

/**
 * A batch of membership events: who entered or left an audience, and when.
 *
 * @param keys a row an event, its key in the form of the file; leavers are marked {@link TextKeys#LEAVING}, lines that are no event {@link TextKeys#UNDECIDABLE}
 * @param times milliseconds since 1970, as many as there are rows; {@link #UNTIMED} where the row has no time of its own. Not changed by anybody
 */
@SuppressWarnings("ArrayRecordComponent") // the data plane holds arrays; batches are never compared
public record MemberEvents(TextKeys keys, long[] times) {
    /** In place of a time: the time of the export stands for it (SEMANTICS S25). */
    public static final long UNTIMED = Long.MIN_VALUE;

    /** Events in the batch. */
    public int size() {
        return keys.size();
    }
}
