// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunPage;
import io.audiencebridge.domain.sharing.RunQuery;
import io.vavr.control.Either;

/** Shows which runs are written down, and their receipts. Asks no system. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface ListRuns {
    /**
     * A page of runs, the last planned first. A run that is planned while somebody turns pages appears on no later one; none is skipped or shown twice for it.
     *
     * <p>Left: {@code InvalidRequest} for a page or page size that cannot be; or the journal cannot be read.
     */
    Either<BridgeError, RunPage> list(RunQuery query, Call call);
}
