// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Timeline;
import io.vavr.collection.Seq;

/** What a report can show. */
public sealed interface Report {
    /**
     * The receipts of one journey.
     *
     * @param receipts at most one that counts an export and one that counts an import
     */
    record Journey(Seq<Receipt> receipts) implements Report {}

    /** Why an audience is empty. */
    record Diagnosed(Diagnosis diagnosis) implements Report {}

    /** What a sharing would do. */
    record Previewed(Preview preview) implements Report {}

    /** One run's way. */
    record Timed(Timeline timeline) implements Report {}

    /** Why one person is in, or not. */
    record Explained(Explanation explanation) implements Report {}
}
