// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.control.Either;

/** Samples an audience's current rows, so that a forecast need not read them all. Reads only; blocks; safe for use by several threads, each with its own sample. */
public interface MemberSamples {
    /**
     * Rows as {@link MemberReader} gives them, all of them when there are no more than {@code budget.keys()}, else as many as {@link SampleBudget#of} allows. The
     * same seed draws the same rows as long as nothing changes.
     *
     * <p>Left: as {@link MemberReader#members}.
     */
    Either<BridgeError, MemberSample> sampleMembers(
            AudienceRef audience, DataSource dataSource, SampleBudget budget, Call call);
}
