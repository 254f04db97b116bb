// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Where passes come from. Safe for use by several threads: many callers, one logon. */
interface Passes extends AutoCloseable {
    /** A pass that is believed to be good. */
    Either<BridgeError, Pass> pass(Call call);

    /** Says that Campaign refused {@code pass}: it is not handed out again. False when there will be no other, so that a repeat is of no use. */
    boolean refused(Pass pass);

    /** What to do when Campaign asks for a new sign-in and that does not help. */
    String remedy();

    /** Gives the pass back, as well as it goes. Never fails. */
    @Override
    void close();
}
