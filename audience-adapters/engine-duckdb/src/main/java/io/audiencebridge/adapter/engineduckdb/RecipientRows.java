// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyPacker;
import java.util.List;
import java.util.function.Supplier;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;

/** Recipients with a key that a member may have; who else there is does not matter to any count. */
final class RecipientRows extends RowFunction {
    private final Sieve sieve;

    RecipientRows(Feed feed, Sieve sieve, Supplier<KeyPacker> packers, int threads) {
        super(feed, packers, threads);
        this.sieve = sieve;
    }

    @Override
    List<String> columns() {
        return List.of("h", "l", "rh", "rl", "o");
    }

    @Override
    boolean wants(TextKeys batch, int row) {
        return !batch.has(row, TextKeys.KEYLESS);
    }

    @Override
    int write(PackedRows rows, DuckDBDataChunkWriter into, long at) {
        sieve.sift(rows);
        DuckDBWritableVector high = into.vector(0);
        DuckDBWritableVector low = into.vector(1);
        DuckDBWritableVector recipientHigh = into.vector(2);
        DuckDBWritableVector recipientLow = into.vector(3);
        DuckDBWritableVector out = into.vector(4);
        TextKeys batch = rows.batch;
        for (int i = 0; i < rows.size; i++) {
            high.setLong(at + i, rows.high[i]);
            low.setLong(at + i, rows.low[i]);
            recipientHigh.setLong(at + i, batch.recipientHigh(rows.row[i]));
            recipientLow.setLong(at + i, batch.recipientLow(rows.row[i]));
            out.setLong(at + i, batch.has(rows.row[i], TextKeys.OPTED_OUT) ? 1 : 0);
        }
        return rows.size;
    }
}
