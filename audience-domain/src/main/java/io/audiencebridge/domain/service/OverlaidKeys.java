// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Recipients' rows, those of recipients that changed left out and their new ones appended. One reader. */
final class OverlaidKeys implements KeySource {
    private final KeySource rows;
    private final IdSet recipients;
    private final Deque<TextKeys> changed;
    private boolean over;

    OverlaidKeys(KeySource rows, List<TextKeys> changed) {
        this.rows = rows;
        this.changed = new ArrayDeque<>(changed);
        IdSetBuilder found = new IdSetBuilder();
        for (TextKeys batch : changed) {
            for (int row = 0; row < batch.size(); row++) {
                found.add(batch.recipientHigh(row), batch.recipientLow(row));
            }
        }
        this.recipients = found.build();
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        if (over) {
            return Either.right(Option.of(changed.poll()));
        }
        return rows.next().flatMap(batch -> {
            over = batch.isEmpty();
            return over ? next() : Either.right(batch.map(this::unchanged));
        });
    }

    @Override
    public void close() {
        rows.close();
    }

    private TextKeys unchanged(TextKeys batch) {
        if (recipients.size() == 0) {
            return batch;
        }
        TextKeysBuilder kept = new TextKeysBuilder();
        for (int row = 0; row < batch.size(); row++) {
            if (!recipients.contains(batch.recipientHigh(row), batch.recipientLow(row))) {
                kept.recipient(batch.recipientHigh(row), batch.recipientLow(row))
                        .key(batch.text(), batch.start(row), batch.end(row), marks(batch, row));
            }
        }
        return kept.build();
    }

    private static byte marks(TextKeys batch, int row) {
        byte marks = 0;
        for (byte mark : new byte[] {TextKeys.KEYLESS, TextKeys.OPTED_OUT, TextKeys.UNDECIDABLE, TextKeys.LEAVING}) {
            marks |= batch.has(row, mark) ? mark : 0;
        }
        return marks;
    }
}
