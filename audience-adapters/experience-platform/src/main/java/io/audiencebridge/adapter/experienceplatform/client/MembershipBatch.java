// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.member.TextKeys;

/**
 * A batch of rows of an export.
 *
 * @param keys a row each, in the order of the files; who left is marked {@link TextKeys#LEAVING}, a row that was rejected {@link TextKeys#UNDECIDABLE} and has no key
 * @param times milliseconds since 1970, as many as there are rows; {@link #UNTIMED} where the row says none. Not changed by anybody
 */
@SuppressWarnings("ArrayRecordComponent") // the data plane holds arrays; batches are never compared
public record MembershipBatch(TextKeys keys, long[] times) {
    /** In place of a time: the time of the export stands for it (SEMANTICS S25). */
    public static final long UNTIMED = Long.MIN_VALUE;

    /** Rows in the batch. */
    public int size() {
        return keys.size();
    }
}
