// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;

/** The fingerprints in one delivery: who is named as a member, who as a leaver. Leavers are no rows of the balance (SEMANTICS S1). Not thread-safe. */
final class DeliveredRows {
    private final KeyTranslator translator;
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private final byte[] wire = new byte[KeyTranslator.LONGEST];
    private final IdHashSet entering = new IdHashSet();
    private final IdHashSet leaving = new IdHashSet();
    private long invalid;
    private long duplicate;

    DeliveredRows(ReconciliationKey key) {
        this.translator = KeyTranslator.checkingWire(key);
    }

    Either<BridgeError, Integer> take(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            int length = batch.has(row, TextKeys.UNDECIDABLE)
                    ? KeyTranslator.INVALID
                    : translator.translate(batch.text(), batch.start(row), batch.end(row), wire);
            take(length, batch.has(row, TextKeys.LEAVING));
        }
        return Either.right(batch.size());
    }

    private void take(int length, boolean leaver) {
        if (length == KeyTranslator.INVALID) {
            invalid += leaver ? 0 : 1;
            return;
        }
        fingerprinter.take(wire, 0, length);
        if (leaver) {
            leaving.add(fingerprinter.high(), fingerprinter.low());
        } else if (!entering.add(fingerprinter.high(), fingerprinter.low())) {
            duplicate++;
        }
    }

    IdHashSet entering() {
        return entering;
    }

    IdHashSet leaving() {
        return leaving;
    }

    long invalid() {
        return invalid;
    }

    long duplicate() {
        return duplicate;
    }
}
