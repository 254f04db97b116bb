// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;

/** Deletes the kept copies of a connection's recipients; the next import reads everybody. Safe for use by several threads. */
@FunctionalInterface
public interface PurgeRecipientIndex {
    /** Deletes them. Right: how many there were; 0 when none is kept. */
    Either<BridgeError, Integer> purge(ConnectionName connection, Call call);
}
