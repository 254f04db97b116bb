// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.IfNewer;
import io.vavr.control.Either;

/** Shares, imports or receives if there is anything newer than what the same request delivered last: for schedulers. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface RunIfNewer {
    /** Right: what was done, if anything. Left: as the sharing itself fails, or a source could not be asked. */
    Either<BridgeError, IfNewer> run(Sharing sharing, Call call);
}
