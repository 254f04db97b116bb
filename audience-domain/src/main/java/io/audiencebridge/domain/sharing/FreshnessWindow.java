// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Duration;
import java.time.Instant;

/**
 * When members that were handed over can be seen (SEMANTICS S22).
 *
 * @param earliest not before
 * @param latest late from then on
 */
public record FreshnessWindow(Instant earliest, Instant latest) {
    private static final Duration FILE_USABLE_WITHIN = Duration.ofDays(2);
    private static final Duration WORKFLOW_EARLIEST = Duration.ofHours(24);
    private static final Duration WORKFLOW_LATEST = Duration.ofHours(36);

    /** The window of a file that the SDK wrote: usable within 48 hours. Source: Audience Manager, "Batch data transfer". */
    public static FreshnessWindow ofFile(Instant delivered) {
        return new FreshnessWindow(delivered, delivered.plus(FILE_USABLE_WITHIN));
    }

    /** The window of what a workflow of Campaign exported: 24 to 36 hours. Source: Campaign Classic, "Importing and exporting audiences". */
    public static FreshnessWindow ofWorkflow(Instant ended) {
        return new FreshnessWindow(ended.plus(WORKFLOW_EARLIEST), ended.plus(WORKFLOW_LATEST));
    }
}
