// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.reconcile.KeyPacker;
import java.util.List;
import java.util.function.Supplier;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Rows of a feed as a table of the database: it pulls, on its own threads, and rows go from the batch into its vectors without being kept anywhere. Each thread packs keys by
 * itself.
 */
abstract class RowFunction implements DuckDBTableFunction<RowFunction, RowFunction, RowFunction.Cursor> {
    private final Feed feed;
    private final Supplier<KeyPacker> packers;
    private final int threads;

    RowFunction(Feed feed, Supplier<KeyPacker> packers, int threads) {
        this.feed = feed;
        this.packers = packers;
        this.threads = threads;
    }

    /** Names of the columns, all of them numbers of 64 bits. */
    abstract List<String> columns();

    /** Whether the row may have a key that is wanted. */
    abstract boolean wants(TextKeys batch, int row);

    /** Hears of how many rows had no valid key. */
    void rejected(int rows) {}

    /** Writes those of {@code rows} that belong into the table from {@code at} on; how many. */
    abstract int write(PackedRows rows, DuckDBDataChunkWriter into, long at);

    /** Rows that stand before those of the feed, as many as fit behind {@code at}; how many. None unless a subclass has some. */
    long writeFirst(DuckDBDataChunkWriter into, long room) {
        return 0;
    }

    @Override
    public final RowFunction bind(DuckDBTableFunctionBindInfo info) {
        columns().forEach(name -> info.addResultColumn(name, DuckDBColumnType.BIGINT));
        return this;
    }

    @Override
    public final RowFunction init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(threads);
        return this;
    }

    @Override
    public final Cursor localInit(DuckDBTableFunctionInitInfo info) {
        feed.welcome();
        return new Cursor(packers.get());
    }

    /** No row means that this thread is done, so it looks for one as long as there are batches. */
    @Override
    public final long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter into) {
        Cursor cursor = info.getLocalInitData();
        long room = into.capacity();
        long rows = writeFirst(into, room);
        while (rows < room && cursor.isAhead(rows == 0, feed)) {
            cursor.pack(this, (int) (room - rows));
            rows += write(cursor.packed, into, rows);
        }
        return rows;
    }

    /** Where a thread is. */
    static final class Cursor {
        private static final TextKeys NOTHING = new TextKeysBuilder().build();
        private static final int AT_ONCE = 512;

        private final KeyPacker packer;
        private final PackedRows packed = new PackedRows(AT_ONCE, NOTHING);
        private TextKeys batch = NOTHING;
        private int row;

        Cursor(KeyPacker packer) {
            this.packer = packer;
        }

        /** Whether there is a row, in a new batch if {@code more} may be asked for. */
        private boolean isAhead(boolean more, Feed feed) {
            while (row == batch.size()) {
                if (!more && batch != NOTHING) {
                    return false;
                }
                batch.giveBack();
                TextKeys next = feed.next();
                batch = next == null ? NOTHING : next;
                row = 0;
                if (next == null) {
                    return false;
                }
            }
            return true;
        }

        /** Packs some of the rows ahead, {@code room} at most. */
        private void pack(RowFunction table, int room) {
            packed.begin(batch);
            byte[] text = batch.text();
            int end = Math.min(batch.size(), row + Math.min(room, AT_ONCE));
            int begun = row;
            for (; row < end; row++) {
                if (table.wants(batch, row) && packer.pack(text, batch.start(row), batch.end(row))) {
                    packed.add(packer.high(), packer.low(), row);
                }
            }
            table.rejected(end - begun - packed.size);
        }
    }
}
