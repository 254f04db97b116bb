// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.vavr.collection.Seq;
import java.time.Duration;
import java.util.Optional;

/**
 * How large a segment with a rule would be. The numbers are <em>devices</em>, not people, and no profile merge rule is heeded, so a segment under a merge rule
 * may be much smaller or larger. Source: Audience Manager, "Segment Builder data".
 *
 * @param windows one for each span of time that the answer tells of, in its order
 */
public record SizeEstimate(Seq<Window> windows) {
    /** The estimate for the last days of that length. */
    public Optional<Window> of(Duration span) {
        return windows.find(window -> window.span().equals(span)).toJavaOptional();
    }

    /** What the numbers are, to be shown beside them. */
    public String caution() {
        return "counts devices, not people, and heeds no profile merge rule";
    }

    /**
     * An estimate for one span of time.
     *
     * @param span which days, counted back from now; zero where the answer does not say
     * @param devices the estimate
     * @param low the lower end of what it may be in truth
     * @param high the upper end of what it may be in truth
     */
    public record Window(Duration span, long devices, long low, long high) {}
}
