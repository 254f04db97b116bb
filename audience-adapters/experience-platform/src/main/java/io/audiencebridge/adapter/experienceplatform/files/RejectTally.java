// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.RejectReason;
import io.audiencebridge.adapter.experienceplatform.client.RejectedRow;
import io.audiencebridge.adapter.experienceplatform.client.RejectedRows;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import java.util.EnumMap;
import java.util.Map;

/** Counts rejected rows and keeps the first of them. */
final class RejectTally {
    private final Map<RejectReason, Long> counts = new EnumMap<>(RejectReason.class);
    private Vector<RejectedRow> samples = Vector.empty();

    void add(String file, long line, RejectReason reason) {
        counts.merge(reason, 1L, Long::sum);
        if (samples.size() < RejectedRows.SAMPLES) {
            samples = samples.append(
                    RejectedRow.builder().file(file).line(line).reason(reason).build());
        }
    }

    RejectedRows rejected() {
        return new RejectedRows(HashMap.ofAll(counts), samples);
    }
}
