// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkRequest;
import io.vavr.control.Either;

/** Links a web visitor with a recipient in real time. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface LinkVisitor {
    /**
     * Links. Asking again has the effect of asking once.
     *
     * <p>Left: {@code InvalidRequest} when the recipient's value is no valid key, the data source is none of declared ids, or the visitor's trace is broken or too old;
     * or the system could not be asked.
     */
    Either<BridgeError, LinkOutcome> link(LinkRequest request, Call call);
}
