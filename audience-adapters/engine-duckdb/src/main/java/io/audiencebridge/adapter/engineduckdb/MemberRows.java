// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyPacker;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;

/** The valid keys of the members, kept ones first; those that are invalid are counted. */
final class MemberRows extends RowFunction {
    private final IdSet kept;
    private final Sieve sieve;
    private final AtomicInteger nextKept = new AtomicInteger();
    private final LongAdder invalid = new LongAdder();

    MemberRows(Feed feed, IdSet kept, Sieve sieve, Supplier<KeyPacker> packers, int threads) {
        super(feed, packers, threads);
        this.kept = kept;
        this.sieve = sieve;
    }

    long invalid() {
        return invalid.sum();
    }

    @Override
    List<String> columns() {
        return List.of("h", "l");
    }

    @Override
    boolean wants(TextKeys batch, int row) {
        return !batch.has(row, TextKeys.UNDECIDABLE);
    }

    @Override
    void rejected(int rows) {
        invalid.add(rows);
    }

    @Override
    int write(PackedRows rows, DuckDBDataChunkWriter into, long at) {
        sieve.addAll(rows);
        DuckDBWritableVector high = into.vector(0);
        DuckDBWritableVector low = into.vector(1);
        for (int i = 0; i < rows.size; i++) {
            high.setLong(at + i, rows.high[i]);
            low.setLong(at + i, rows.low[i]);
        }
        return rows.size;
    }

    @Override
    long writeFirst(DuckDBDataChunkWriter into, long room) {
        if (nextKept.get() >= kept.size()) {
            return 0;
        }
        int from = nextKept.getAndUpdate(next -> (int) Math.min(kept.size(), next + room));
        int to = (int) Math.min(kept.size(), from + room);
        for (int i = from; i < to; i++) {
            sieve.add(kept.high(i), kept.low(i));
            into.vector(0).setLong(i - from, kept.high(i));
            into.vector(1).setLong(i - from, kept.low(i));
        }
        return Math.max(0, to - from);
    }
}
