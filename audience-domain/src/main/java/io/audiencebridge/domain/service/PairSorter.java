// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.member.VisitorsOfRecipients;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.SyncTally;

/**
 * Sorts the recipients of a list by whether their visitor ids and declared ids can be told to be one person's (SEMANTICS S13, S23), and writes a pair for each two of them
 * that is new, or that the system would forget before long.
 *
 * <p>Rows of one recipient come one after the other, also across batches. Not thread-safe.
 */
final class PairSorter {
    private final KeyTranslator translator;
    private final VisitorsOfRecipients visitors;
    private final IdHashSet suppressed;
    private final SuppressionCheck suppression;
    private final KnownKeys known;
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private final IdHashSet written = new IdHashSet();
    private final byte[] pair = new byte[Ecid.DIGITS + KeyTranslator.LONGEST];
    private final byte[] wire = new byte[KeyTranslator.LONGEST];
    private final TextKeysBuilder visitorIds = new TextKeysBuilder();
    private final TextKeysBuilder declaredIds = new TextKeysBuilder();

    private long read;
    private long synced;
    private long alreadySynced;
    private long renewed;
    private long optedOut;
    private long invalid;
    private long noVisitorId;
    private long noDeclaredId;

    private boolean begun;
    private long recipientHigh;
    private long recipientLow;
    private boolean out;
    private boolean anyDeclared;
    private boolean validDeclared;
    private boolean anyPair;
    private boolean anyNew;
    private boolean anyRenewed;

    /**
     * @param key of the declared ids
     * @param visitors the visitor ids of all recipients; those of people who opted out are marked so
     * @param suppressed fingerprints of declared ids that must not be told
     */
    PairSorter(
            ReconciliationKey key,
            VisitorsOfRecipients visitors,
            IdHashSet suppressed,
            SuppressionCheck suppression,
            KnownKeys known) {
        this.translator = KeyTranslator.storedToWire(key);
        this.visitors = visitors;
        this.suppressed = suppressed;
        this.suppression = suppression;
        this.known = known;
    }

    /** Sorts a batch of declared ids. */
    void sort(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (!begun || batch.recipientHigh(row) != recipientHigh || batch.recipientLow(row) != recipientLow) {
                settle();
                begin(batch, row);
            }
            out |= batch.has(row, TextKeys.OPTED_OUT);
            if (!batch.has(row, TextKeys.KEYLESS)) {
                key(batch, row);
            }
        }
    }

    /** Whether enough pairs wait to be written. */
    boolean isFull() {
        return visitorIds.isFull();
    }

    /** The visitor ids of the pairs that wait, row for row with {@link #takeDeclaredIds}. */
    TextKeys takeVisitorIds() {
        return visitorIds.build();
    }

    TextKeys takeDeclaredIds() {
        return declaredIds.build();
    }

    /** The tally, once all batches were sorted. */
    SyncTally tally() {
        settle();
        return SyncTally.builder()
                .read(read)
                .synced(synced)
                .alreadySynced(alreadySynced)
                .renewed(renewed)
                .pairs(written.size())
                .complement(Complement.builder()
                        .optedOut(optedOut)
                        .invalid(invalid)
                        .noVisitorId(noVisitorId)
                        .noDeclaredId(noDeclaredId)
                        .build())
                .build();
    }

    /** The fingerprints of the pairs written. */
    IdSet written() {
        return written.sorted();
    }

    private void begin(TextKeys batch, int row) {
        begun = true;
        recipientHigh = batch.recipientHigh(row);
        recipientLow = batch.recipientLow(row);
        out = has(TextKeys.OPTED_OUT) || suppression.recipient(recipientHigh, recipientLow);
        anyDeclared = false;
        validDeclared = false;
        anyPair = false;
        anyNew = false;
        anyRenewed = false;
    }

    private void key(TextKeys batch, int row) {
        anyDeclared = true;
        int length = translator.translate(batch.text(), batch.start(row), batch.end(row), wire);
        if (length == KeyTranslator.INVALID) {
            return;
        }
        validDeclared = true;
        fingerprinter.take(wire, 0, length);
        out = suppression.key(fingerprinter.high(), fingerprinter.low(), out)
                || suppressed.contains(fingerprinter.high(), fingerprinter.low());
        for (int each = first(); each != VisitorsOfRecipients.NONE && !out; each = visitors.next(each)) {
            if (visitors.mark(each) == 0) {
                pair(each, length);
            }
        }
    }

    private void pair(int visitor, int length) {
        anyPair = true;
        visitors.write(visitor, pair);
        System.arraycopy(wire, 0, pair, Ecid.DIGITS, length);
        fingerprinter.take(pair, 0, Ecid.DIGITS + length);
        if (!known.keys().contains(fingerprinter.high(), fingerprinter.low())) {
            anyNew = true;
            write(length);
        } else if (known.ageing().contains(fingerprinter.high(), fingerprinter.low())) {
            anyRenewed = true;
            write(length);
        }
    }

    private void write(int length) {
        if (written.add(fingerprinter.high(), fingerprinter.low())) {
            visitorIds.recipient(recipientHigh, recipientLow).key(pair, 0, Ecid.DIGITS, (byte) 0);
            declaredIds.recipient(recipientHigh, recipientLow).key(wire, 0, length, (byte) 0);
        }
    }

    private void settle() {
        if (!begun) {
            return;
        }
        begun = false;
        read++;
        if (out) {
            optedOut++;
        } else if (anyPair) {
            synced += anyNew ? 1 : 0;
            alreadySynced += anyNew ? 0 : 1;
            renewed += !anyNew && anyRenewed ? 1 : 0;
        } else {
            unpaired();
        }
    }

    /** There is no pair, so at least one side has no valid id. */
    private void unpaired() {
        boolean visitor = has((byte) 0);
        boolean wrongVisitor = !visitor && has(TextKeys.UNDECIDABLE);
        boolean wrongDeclared = anyDeclared && !validDeclared;
        if (wrongVisitor || wrongDeclared) {
            invalid++;
        } else if (!visitor) {
            noVisitorId++;
        } else {
            noDeclaredId++;
        }
    }

    private boolean has(byte mark) {
        for (int each = first(); each != VisitorsOfRecipients.NONE; each = visitors.next(each)) {
            if (visitors.mark(each) == mark) {
                return true;
            }
        }
        return false;
    }

    private int first() {
        return visitors.first(recipientHigh, recipientLow);
    }
}
