// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Timeline;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/** What a report can show. */
public sealed interface Report {
    /**
     * The receipts of one journey.
     *
     * @param receipts at most one that counts an export and one that counts an import
     * @param sizes of files in bytes by their names as the receipts tell them, as far as they are known
     */
    record Journey(Seq<Receipt> receipts, Map<String, Long> sizes) implements Report {
        /** A journey whose files are named without their sizes. */
        public Journey(Seq<Receipt> receipts) {
            this(receipts, LinkedHashMap.empty());
        }
    }

    /** Why an audience is empty. */
    record Diagnosed(Diagnosis diagnosis) implements Report {}

    /** What a sharing would do. */
    record Previewed(Preview preview) implements Report {}

    /** One run's way. */
    record Timed(Timeline timeline) implements Report {}

    /** Why one person is in, or not. */
    record Explained(Explanation explanation) implements Report {}
}
