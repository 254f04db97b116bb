// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.time.Duration;

/** When things happen, on the virtual clock, and where files lie. Every value that a document leaves open stands here. */
public final class Timing {
    /** The company's folder in the inbound bucket. */
    public static final String PARTNER = "sandbox";

    /** Rows of a file name a trait in vain that was younger than this when the file arrived. Source: section 1.6. */
    public static final Duration TRAIT_LIVE_AFTER = Duration.ofHours(4);

    /**
     * From one processing run to the next: twice a day. Source: section 4.7, C10. Counted from the start, not from
     * midnight, so that a test's outcome does not hang on the hour at which it runs.
     */
    public static final Duration PROCESSING_EVERY = Duration.ofHours(12);

    /** From one publishing run to the next: once a day. Source: section 5.5. Counted from the start, too. */
    public static final Duration PUBLISHING_EVERY = Duration.ofHours(24);

    /** How long outbound files stay. Source: section 5.5. */
    public static final Duration OUTBOUND_KEPT = Duration.ofDays(8);

    private Timing() {}
}
