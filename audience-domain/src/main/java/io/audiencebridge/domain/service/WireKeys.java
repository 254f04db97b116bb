// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a batch in wire form, with their fingerprints. Used again for one batch after the other.
 *
 * <p>They are made by whoever comes first: a hand of the executor, which runs it while another batch is sorted, or the sorter itself, which has it {@link #made} before it
 * asks for anything. So an executor that is busy costs time only. All else belongs to the sorter's thread.
 */
final class WireKeys implements Runnable {
    private static final int USUAL_LENGTH = 64;

    private final KeyTranslator translator;
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private final byte[] wire = new byte[KeyTranslator.LONGEST];
    private @Nullable TextKeys left;
    private boolean[] valid = {};
    private int[] ends = {0};
    private long[] high = {};
    private long[] low = {};
    private byte[] text = {};

    WireKeys(ReconciliationKey key) {
        this.translator = KeyTranslator.storedToWire(key);
    }

    /** From now on it is about {@code batch}, once they are made. */
    synchronized void give(TextKeys batch) {
        left = batch;
    }

    /** Makes the keys ahead of time. */
    @Override
    public void run() {
        try {
            made();
        } catch (RuntimeException met) {
            // the sorter meets it again, and tells it
        }
    }

    /** Makes the keys, unless somebody did already; waits for whoever is at it. */
    synchronized void made() {
        TextKeys batch = left;
        if (batch != null) {
            make(batch);
            left = null;
        }
    }

    private void make(TextKeys batch) {
        room(batch.size());
        for (int row = 0; row < batch.size(); row++) {
            ends[row + 1] = ends[row];
            valid[row] = !batch.has(row, TextKeys.KEYLESS) && make(batch, row);
        }
    }

    private void room(int rows) {
        if (rows > valid.length) {
            valid = new boolean[rows];
            ends = new int[rows + 1];
            high = new long[rows];
            low = new long[rows];
            text = new byte[Math.max(text.length, rows * USUAL_LENGTH)];
        }
    }

    private boolean make(TextKeys batch, int row) {
        int length = translator.translate(batch.text(), batch.start(row), batch.end(row), wire);
        if (length == KeyTranslator.INVALID) {
            return false;
        }
        int end = ends[row] + length;
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, text.length * 2));
        }
        System.arraycopy(wire, 0, text, ends[row], length);
        ends[row + 1] = end;
        fingerprinter.take(wire, 0, length);
        high[row] = fingerprinter.high();
        low[row] = fingerprinter.low();
        return true;
    }

    /** Whether {@code row} has a valid key; nothing else may be asked of rows without one. */
    boolean isValid(int row) {
        return valid[row];
    }

    /** The first halves of the fingerprints, by rows; of rows without a valid key, any. */
    long[] highs() {
        return high;
    }

    /** The first half of the fingerprint. */
    long high(int row) {
        return high[row];
    }

    /** The second half of the fingerprint. */
    long low(int row) {
        return low[row];
    }

    /** Adds the key of {@code row} to {@code rows}, as a key of the recipient just named there. */
    void copy(int row, TextKeysBuilder rows) {
        rows.key(text, ends[row], ends[row + 1], (byte) 0);
    }
}
