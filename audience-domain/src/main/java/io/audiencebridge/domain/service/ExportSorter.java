// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.ExportTally;
import java.util.BitSet;

/**
 * Sorts the recipients of a list into shared, already shared and complement (SEMANTICS S13, S23), and writes a row for each distinct key that is new, or that
 * the audience would forget before long (S15).
 *
 * <p>Rows of one recipient come one after the other, also across batches. Not thread-safe.
 */
final class ExportSorter {
    /** Rows whose fingerprints are looked up at once: what that reads stays in a cache. */
    private static final int AT_ONCE = 256;

    private final ReconciliationKey key;
    private final KnownKeys known;
    private final BitSet seen = new BitSet();
    private final IdHashSet suppressed;
    private final SuppressionCheck suppression;
    private final IdHashSet written = new IdHashSet();

    private long read;
    private long shared;
    private long alreadyShared;
    private long renewed;
    private long optedOut;
    private long invalid;
    private long keyless;

    private boolean begun;
    private long recipientHigh;
    private long recipientLow;
    private boolean out;
    private boolean anyKey;
    private boolean anySuppressed;
    private boolean anyValid;
    private boolean anyNew;
    private boolean anyRenewed;

    ExportSorter(ReconciliationKey key, KnownKeys known, IdHashSet suppressed, SuppressionCheck suppression) {
        this.key = key;
        this.known = known;
        this.suppressed = suppressed;
        this.suppression = suppression;
    }

    /** The key by which it sorts. */
    ReconciliationKey key() {
        return key;
    }

    /** Sorts a batch whose keys are {@code keys}; the rows to be sent are added to {@code rows}. */
    void sort(TextKeys batch, WireKeys keys, TextKeysBuilder rows) {
        for (int from = 0; from < batch.size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, batch.size());
            suppressed.touch(keys.highs(), from, to);
            written.touch(keys.highs(), from, to);
            for (int row = from; row < to; row++) {
                sort(batch, keys, row, rows);
            }
        }
    }

    private void sort(TextKeys batch, WireKeys keys, int row, TextKeysBuilder rows) {
        if (!begun || batch.recipientHigh(row) != recipientHigh || batch.recipientLow(row) != recipientLow) {
            settle();
            begin(batch, row);
        }
        out |= batch.has(row, TextKeys.OPTED_OUT);
        if (!batch.has(row, TextKeys.KEYLESS)) {
            key(keys, row, rows);
        }
    }

    /** The tally, once all batches were sorted. */
    ExportTally tally() {
        settle();
        boolean byVisitorId = key instanceof ReconciliationKey.Visitor;
        Complement complement = Complement.builder()
                .optedOut(optedOut)
                .invalid(invalid)
                .noVisitorId(byVisitorId ? keyless : 0)
                .noDeclaredId(byVisitorId ? 0 : keyless)
                .build();
        return ExportTally.builder()
                .read(read)
                .shared(shared)
                .alreadyShared(alreadyShared)
                .renewed(renewed)
                .staying(known.all() - seen.cardinality())
                .rows(written.size())
                .complement(complement)
                .build();
    }

    /** The fingerprints of the keys written. */
    IdSet written() {
        return written.sorted();
    }

    private void begin(TextKeys batch, int row) {
        begun = true;
        recipientHigh = batch.recipientHigh(row);
        recipientLow = batch.recipientLow(row);
        out = suppression.recipient(recipientHigh, recipientLow);
        anyKey = false;
        anySuppressed = false;
        anyValid = false;
        anyNew = false;
        anyRenewed = false;
    }

    private void key(WireKeys keys, int row, TextKeysBuilder rows) {
        anyKey = true;
        if (!keys.isValid(row)) {
            return;
        }
        if (suppression.key(keys.high(row), keys.low(row), out) || suppressed.contains(keys.high(row), keys.low(row))) {
            anySuppressed = true;
            return;
        }
        anyValid = true;
        int before = known.keys().indexOf(keys.high(row), keys.low(row));
        if (before < 0) {
            anyNew = true;
            write(keys, row, rows);
        } else {
            seen.set(before);
            if (known.ageing().contains(keys.high(row), keys.low(row))) {
                anyRenewed = true;
                write(keys, row, rows);
            }
        }
    }

    private void write(WireKeys keys, int row, TextKeysBuilder rows) {
        if (written.add(keys.high(row), keys.low(row))) {
            keys.copy(row, rows.recipient(recipientHigh, recipientLow));
        }
    }

    private void settle() {
        if (!begun) {
            return;
        }
        begun = false;
        read++;
        if (out || (anySuppressed && !anyValid)) {
            optedOut++;
        } else if (anyValid) {
            shared += anyNew ? 1 : 0;
            alreadyShared += anyNew ? 0 : 1;
            renewed += !anyNew && anyRenewed ? 1 : 0;
        } else if (anyKey) {
            invalid++;
        } else {
            keyless++;
        }
    }
}
