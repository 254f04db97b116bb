// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Either;

/** Writes down an import as a planned run and asks no system: {@link ResumeRun} does the work, in this process or any other. Safe for use by several threads. */
@FunctionalInterface
public interface PlanImport {
    /** Plans. Right: the run. Left: {@code InvalidRequest} with all violations at once, or the journal's failure; then there is no run. */
    Either<BridgeError, RunId> plan(ImportRequest request, Call call);
}
