// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.DataFileReport;
import io.audiencebridge.adapter.audiencemanager.client.RejectedRow;
import io.audiencebridge.adapter.audiencemanager.client.RowFault;
import java.util.EnumMap;
import java.util.Map;

/** Counts rows offered and left out. */
final class RejectCounts {
    private final Map<RowFault, Long> counts = new EnumMap<>(RowFault.class);
    private final DataFileReport.Builder report = DataFileReport.builder();
    private long offered;
    private long rejected;

    /** A row that was taken. */
    void taken() {
        offered++;
    }

    /** A row that was left out. */
    void rejected(RowFault fault) {
        offered++;
        rejected++;
        counts.merge(fault, 1L, Long::sum);
        if (rejected <= DataFileReport.SAMPLES) {
            report.addSamples(new RejectedRow(offered, fault));
        }
    }

    /** Rows offered so far. */
    long offered() {
        return offered;
    }

    /** What became of them; files and notices are the caller's. */
    DataFileReport.Builder report() {
        return report.offered(offered).written(offered - rejected).rejected(counts);
    }
}
