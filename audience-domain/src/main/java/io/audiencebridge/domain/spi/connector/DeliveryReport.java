// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.Waiting;

/** What a receiving system says of a change. */
public sealed interface DeliveryReport {
    /**
     * It has not said anything yet, or not of all files.
     *
     * @param waiting when to ask again, and why
     */
    record Pending(Waiting waiting) implements DeliveryReport {}

    /**
     * It read all of it.
     *
     * @param tally what became of the rows
     */
    record Stored(StoredTally tally) implements DeliveryReport {}

    /**
     * It refused a file as a whole. The run is sent again under a new stamp when it is resumed.
     *
     * @param because the reason and the file, in one sentence
     */
    record Refused(String because) implements DeliveryReport {}
}
