// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
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
    private final boolean byVisitorId;
    private final KeyTranslator translator;
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private final KnownKeys known;
    private final BitSet seen = new BitSet();
    private final IdHashSet suppressed;
    private final SuppressionCheck suppression;
    private final IdHashSet written = new IdHashSet();
    private final byte[] wire = new byte[KeyTranslator.LONGEST];

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
        this.byVisitorId = key instanceof ReconciliationKey.Visitor;
        this.translator = KeyTranslator.storedToWire(key);
        this.known = known;
        this.suppressed = suppressed;
        this.suppression = suppression;
    }

    /** Sorts a batch; the rows to be sent are added to {@code rows}. */
    void sort(TextKeys batch, TextKeysBuilder rows) {
        for (int row = 0; row < batch.size(); row++) {
            if (!begun || batch.recipientHigh(row) != recipientHigh || batch.recipientLow(row) != recipientLow) {
                settle();
                begin(batch, row);
            }
            out |= batch.has(row, TextKeys.OPTED_OUT);
            if (!batch.has(row, TextKeys.KEYLESS)) {
                key(batch, row, rows);
            }
        }
    }

    /** The tally, once all batches were sorted. */
    ExportTally tally() {
        settle();
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
                .staying(known.all().size() - seen.cardinality())
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

    private void key(TextKeys batch, int row, TextKeysBuilder rows) {
        anyKey = true;
        int length = translator.translate(batch.text(), batch.start(row), batch.end(row), wire);
        if (length == KeyTranslator.INVALID) {
            return;
        }
        fingerprinter.take(wire, 0, length);
        if (suppression.key(fingerprinter.high(), fingerprinter.low(), out)
                || suppressed.contains(fingerprinter.high(), fingerprinter.low())) {
            anySuppressed = true;
            return;
        }
        anyValid = true;
        int before = known.all().indexOf(fingerprinter.high(), fingerprinter.low());
        if (before < 0) {
            anyNew = true;
            write(length, rows);
        } else {
            seen.set(before);
            if (known.ageing().contains(fingerprinter.high(), fingerprinter.low())) {
                anyRenewed = true;
                write(length, rows);
            }
        }
    }

    private void write(int length, TextKeysBuilder rows) {
        if (written.add(fingerprinter.high(), fingerprinter.low())) {
            rows.recipient(recipientHigh, recipientLow).key(wire, 0, length, (byte) 0);
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
