// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Where passes come from. Safe for use by several threads: many callers, one logon. */
interface Passes extends AutoCloseable {
    /** A pass that is believed to be good. */
    Either<BridgeError, Pass> pass(Call call);

    /** Says that Campaign refused {@code pass}: it is not handed out again. */
    void refused(Pass pass);

    /** Gives the pass back, as well as it goes. Never fails. */
    @Override
    void close();
}
