// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.Timeline;
import io.vavr.control.Either;

/** Shows one run as a timeline, after taking its next snapshot. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface ShowTimeline {
    /** Right: the timeline. Left: {@code NotFound} when the journal has no such run; or the system could not be asked. */
    Either<BridgeError, Timeline> timeline(RunId run, Call call);
}
