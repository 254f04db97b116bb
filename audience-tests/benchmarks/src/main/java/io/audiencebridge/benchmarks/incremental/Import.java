// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.reconcile.Matching;
import java.io.IOException;
import java.time.Duration;

/** One way to bring the second day's members together with the second day's recipients. */
interface Import {
    /** Brings back the state of the first day; not measured. */
    default void prepare() throws IOException {}

    /** What was found, as one line. */
    String run() throws IOException;

    static Call call() {
        return Call.within("benchmark", Duration.ofHours(1), System::nanoTime, Progress.SILENT);
    }

    /** Every count, and who enters by their number, sum and parity. */
    static String told(Matching matching) {
        IdSet ids = matching.recipients();
        long sum = 0;
        long xor = 0;
        for (int i = 0; i < ids.size(); i++) {
            sum += ids.low(i);
            xor ^= ids.low(i);
        }
        return matching.tally() + " " + ids.size() + " " + sum + " " + xor;
    }
}
