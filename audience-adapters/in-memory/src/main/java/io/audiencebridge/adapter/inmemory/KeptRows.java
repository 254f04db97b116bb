// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.Iterator;

/**
 * One copy of recipients' keys.
 *
 * @param state its marks, and how many keys it has
 * @param batches its rows, all with a key
 */
record KeptRows(IndexState.Kept state, Vector<TextKeys> batches) {
    /** A copy of {@code read}, which was read after {@code stamp}. */
    static KeptRows of(IndexStamp stamp, Vector<TextKeys> read) {
        return of(stamp, stamp, keyed(read, IdSet.EMPTY));
    }

    /** The same, but that whoever is named in {@code changed} has the keys in there and no others. */
    KeptRows changed(IndexStamp stamp, Vector<TextKeys> changed) {
        IndexStamp built = new IndexStamp(state.watermark(), state.built());
        return of(built, stamp, keyed(batches, named(changed)).appendAll(keyed(changed, IdSet.EMPTY)));
    }

    /** The rows, as they are now, whatever changes meanwhile. */
    KeySource rows(Call call) {
        return new KeySource() {
            private Iterator<TextKeys> left = batches.iterator();

            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                return call.check().map(open -> left.hasNext() ? Option.some(left.next()) : Option.none());
            }

            @Override
            public void close() {
                left = Collections.emptyIterator();
            }
        };
    }

    private static KeptRows of(IndexStamp built, IndexStamp now, Vector<TextKeys> rows) {
        long keys = 0;
        for (TextKeys batch : rows) {
            keys += batch.size();
        }
        return new KeptRows(new IndexState.Kept(now.watermark(), built.at(), now.at(), keys), rows);
    }

    private static IdSet named(Vector<TextKeys> batches) {
        IdSetBuilder named = new IdSetBuilder();
        for (TextKeys batch : batches) {
            for (int row = 0; row < batch.size(); row++) {
                named.add(batch.recipientHigh(row), batch.recipientLow(row));
            }
        }
        return named.build();
    }

    /** The rows with a key of everybody but {@code others}. */
    private static Vector<TextKeys> keyed(Vector<TextKeys> batches, IdSet others) {
        TextKeysBuilder rows = new TextKeysBuilder();
        Vector<TextKeys> kept = Vector.empty();
        for (TextKeys batch : batches) {
            for (int row = 0; row < batch.size(); row++) {
                if (!batch.has(row, TextKeys.KEYLESS)
                        && !others.contains(batch.recipientHigh(row), batch.recipientLow(row))) {
                    copy(batch, row, rows);
                }
            }
            if (rows.isFull()) {
                kept = kept.append(rows.build());
            }
        }
        return rows.size() == 0 ? kept : kept.append(rows.build());
    }

    private static void copy(TextKeys batch, int row, TextKeysBuilder into) {
        into.recipient(batch.recipientHigh(row), batch.recipientLow(row))
                .key(
                        batch.text(),
                        batch.start(row),
                        batch.end(row),
                        batch.has(row, TextKeys.OPTED_OUT) ? TextKeys.OPTED_OUT : 0);
    }
}
