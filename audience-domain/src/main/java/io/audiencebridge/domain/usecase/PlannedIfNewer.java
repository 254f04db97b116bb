// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.sharing.IfNewer;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import java.time.LocalDate;
import java.util.List;

/** What is to be done for a standing sharing. */
public sealed interface PlannedIfNewer {
    /**
     * Nothing.
     *
     * @param told why
     */
    record Nothing(IfNewer.NothingNew told) implements PlannedIfNewer {}

    /**
     * A run is to be gone on with: {@link ResumeRun} does the work.
     *
     * @param run which one
     * @param because why, in a sentence
     * @param missingDays days on which the source did not deliver
     */
    record Begin(RunId run, String because, List<LocalDate> missingDays) implements PlannedIfNewer {
        /** What became of it. */
        public IfNewer ran(Receipt receipt) {
            return new IfNewer.Ran(receipt, because, missingDays);
        }
    }
}
