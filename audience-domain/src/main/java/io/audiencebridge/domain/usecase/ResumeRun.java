// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Either;

/** Goes on with a run that waits, failed or was cancelled, in whatever process. Blocks until done or waiting; safe for use by several threads. */
@FunctionalInterface
public interface ResumeRun {
    /** Goes on. Right: the receipt; of a delivered run simply the receipt. Left: {@code NotFound} when the journal has no such run; {@code Conflict} while somebody is at work on it, its audience or its list; or what went wrong. */
    Either<BridgeError, Receipt> resume(RunId run, Call call);
}
