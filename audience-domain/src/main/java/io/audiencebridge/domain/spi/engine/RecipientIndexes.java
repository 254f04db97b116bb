// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.time.Instant;

/**
 * Kept copies of all recipients' keys, so that a daily import reads what changed and no more (SEMANTICS S10). They hold personal data: encrypted at rest, gone after their
 * lifetime, and never needed. Keys are packed rows, as {@link io.audiencebridge.domain.reconcile.PackingSource} makes them. What was answered right is there after a crash;
 * what was half written is not. Blocks; safe for use by several threads.
 */
public interface RecipientIndexes {
    /** What is kept under {@code page}, without reading it. */
    Either<BridgeError, IndexState> look(IndexPage page);

    /** Keeps {@code rows} as the only copy, whatever was there; closes them. Right: the copy. */
    Either<BridgeError, IndexState.Kept> rebuild(IndexPage page, IndexStamp stamp, KeySource rows, Call call);

    /**
     * Takes over what changed: each recipient in {@code changed} has these keys now and no others, none if its row has no key. Closes {@code changed}. Right: the copy as it
     * is now, built when it was. Left: {@code Conflict} when there is no copy any more.
     */
    Either<BridgeError, IndexState.Kept> refresh(IndexPage page, IndexStamp stamp, KeySource changed, Call call);

    /** The copy's rows, in no particular order, read as they are asked for; the reader closes them. Left: {@code Conflict} when there is no copy any more. */
    Either<BridgeError, KeySource> read(IndexPage page, Call call);

    /** Deletes the copies of a connection, readable or not. Right: how many there were. */
    Either<BridgeError, Integer> purge(ConnectionName connection);

    /** Deletes every copy that was built before {@code then}. Right: how many there were. */
    Either<BridgeError, Integer> expire(Instant then);
}
