// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Samples the recipients of a system with their keys, so that a forecast need not read them all. Reads only; blocks; safe for use by several threads, each with its own sample. */
public interface KeySamples {
    /**
     * Recipients, each with all its keys, as {@link KeyReader} gives them: all of them when there are no more than {@code budget.keys()}, else as many as
     * {@link SampleBudget#of} allows. The same seed draws the same recipients as long as nothing changes.
     *
     * <p>Right: none when the system cannot draw some of so many; they can then be read in their order only. Left: {@code InvalidRequest} for an unknown field.
     */
    Either<BridgeError, Option<SampledKeys>> sampleKeys(DataSource dataSource, SampleBudget budget, Call call);
}
