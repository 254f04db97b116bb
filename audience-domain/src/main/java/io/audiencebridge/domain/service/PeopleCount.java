// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Counts recipients by what became of them in an export (SEMANTICS S13), as far as they are read. Not thread-safe. */
final class PeopleCount {
    private final KeyTranslator translator;
    private final byte[] wire = new byte[KeyTranslator.LONGEST];
    private long sound;
    private long keyless;
    private long invalid;
    private long optedOut;
    private boolean all;

    private boolean begun;
    private long high;
    private long low;
    private boolean out;
    private boolean anyKey;
    private boolean anyValid;

    private PeopleCount(ReconciliationKey key) {
        this.translator = KeyTranslator.storedToWire(key);
    }

    /** Reads whole batches until {@code most} recipients are counted. The key must be sound. */
    static Either<BridgeError, PeopleCount> of(KeySource rows, ReconciliationKey key, int most) {
        PeopleCount count = new PeopleCount(key);
        while (count.read() < most) {
            Either<BridgeError, Option<TextKeys>> next = rows.next();
            if (next.isLeft()) {
                return Either.left(next.getLeft());
            }
            if (next.get().isEmpty()) {
                count.settle();
                count.all = true;
                return Either.right(count);
            }
            count.take(next.get().get());
        }
        return Either.right(count);
    }

    /** People who were read. */
    long read() {
        return sound + keyless + invalid + optedOut;
    }

    /** Whether nobody was left. */
    boolean isAll() {
        return all;
    }

    /** People with a valid id who did not opt out. */
    long sound() {
        return sound;
    }

    long keyless() {
        return keyless;
    }

    long invalid() {
        return invalid;
    }

    long optedOut() {
        return optedOut;
    }

    private void take(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (!begun || batch.recipientHigh(row) != high || batch.recipientLow(row) != low) {
                settle();
                begun = true;
                high = batch.recipientHigh(row);
                low = batch.recipientLow(row);
            }
            out |= batch.has(row, TextKeys.OPTED_OUT);
            if (!batch.has(row, TextKeys.KEYLESS)) {
                anyKey = true;
                anyValid |= translator.translate(batch.text(), batch.start(row), batch.end(row), wire)
                        != KeyTranslator.INVALID;
            }
        }
        batch.giveBack();
    }

    private void settle() {
        if (begun) {
            optedOut += out ? 1 : 0;
            sound += !out && anyValid ? 1 : 0;
            invalid += !out && anyKey && !anyValid ? 1 : 0;
            keyless += !out && !anyKey ? 1 : 0;
        }
        begun = false;
        out = false;
        anyKey = false;
        anyValid = false;
    }
}
