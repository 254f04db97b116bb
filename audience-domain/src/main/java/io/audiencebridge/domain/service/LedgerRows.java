// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The ledger's fingerprints as an engine takes recipients that are packed already: a fingerprint is the key and the id of a row of its own. */
final class LedgerRows implements KeySource {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final RunsInOrder runs;
    private final TextKeysBuilder rows = TextKeysBuilder.reusing();
    private final byte[] packed = new byte[2 * Long.BYTES];

    LedgerRows(RunsInOrder runs) {
        this.runs = runs;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (!rows.isFull() && runs.next()) {
            LONGS.set(packed, 0, runs.high());
            LONGS.set(packed, Long.BYTES, runs.low());
            rows.recipient(runs.high(), runs.low()).key(packed, 0, packed.length, (byte) 0);
        }
        return runs.ended().map(soFar -> rows.size() == 0 ? Option.none() : Option.some(rows.build()));
    }

    @Override
    public void close() {
        // nothing is open between two pieces
    }
}
