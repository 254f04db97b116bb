// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/**
 * The rows that were rejected.
 *
 * @param counts how many for which reason; reasons without a row are not there
 * @param samples the first {@link #SAMPLES} of them
 */
public record RejectedRows(Map<RejectReason, Long> counts, Seq<RejectedRow> samples) {
    /** How many rows are shown one by one. */
    public static final int SAMPLES = 100;

    /** How many in all. */
    public long total() {
        return counts.values().sum().longValue();
    }
}
