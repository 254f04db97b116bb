// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * Something that keeps things and can forget them one by one: a journal, a ledger, memberships, event states, copies of recipients or a home implements it besides its own port.
 * It decides nothing: what may go, the bridge decides. Blocks; safe for use by several threads.
 */
public interface Erasable {
    /** Everything that is kept, in no particular order. */
    Either<BridgeError, Seq<KeptThing>> kept();

    /** Forgets a thing that {@link #kept} listed. What was answered right is gone also after a crash. Right: whether it was there. */
    Either<BridgeError, Boolean> erase(KeptThing thing);
}
