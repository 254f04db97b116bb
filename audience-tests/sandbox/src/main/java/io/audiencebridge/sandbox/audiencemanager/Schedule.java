// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Which runs fall due, in the order of their times; files are processed before they are published. */
final class Schedule {
    private Instant processing;
    private Instant publishing;

    /** Runs counted from a time on. */
    Schedule(Instant start) {
        processing = start.plus(Timing.PROCESSING_EVERY);
        publishing = start.plus(Timing.PUBLISHING_EVERY);
    }

    /** When the next run falls due. */
    Instant next() {
        return processing.isAfter(publishing) ? publishing : processing;
    }

    /** Does what is due. Files that would be gone by now are not published in the first place. */
    void catchUp(Instant now, Consumer<Instant> process, Consumer<Instant> publish) {
        Duration kept = Timing.OUTBOUND_KEPT;
        while (!processing.isAfter(now) || !publishing.isAfter(now)) {
            if (!processing.isAfter(publishing)) {
                process.accept(processing);
                processing = processing.plus(Timing.PROCESSING_EVERY);
            } else {
                if (publishing.plus(kept).isAfter(now)) {
                    publish.accept(publishing);
                }
                publishing = publishing.plus(Timing.PUBLISHING_EVERY);
            }
        }
    }
}
