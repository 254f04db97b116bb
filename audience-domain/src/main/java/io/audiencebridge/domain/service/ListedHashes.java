// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Arrays;

/**
 * The valid keys of a list as an engine takes members by hash: each is the SHA-256 of its wire form, of which the ledger and every engine know the first half. The second half is
 * left 0. Rows go into {@link HeldRows} on the way.
 */
final class ListedHashes implements KeySource {
    /** By which an engine matches them with the ledger's. */
    static final ReconciliationKey KEY = ReconciliationKey.Declared.builder()
            .field("fingerprint")
            .content(KeyContent.OPAQUE)
            .stored(KeyForm.SHA256)
            .wire(KeyForm.SHA256)
            .build();

    private static final int DIGITS = 64;
    private static final int DIGIT_BITS = 4;
    private static final int ALL_BITS = 15;

    private final KeySource list;
    private final HeldRows held;
    private final KeyTranslator translator;
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private final TextKeysBuilder rows = TextKeysBuilder.reusing();
    private final byte[] wire = new byte[KeyTranslator.LONGEST];
    private final byte[] digits = new byte[DIGITS];

    ListedHashes(KeySource list, ReconciliationKey key, HeldRows held) {
        this.list = list;
        this.held = held;
        this.translator = KeyTranslator.storedToWire(key);
        Arrays.fill(digits, (byte) '0');
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return list.next().map(batch -> batch.map(this::hashes));
    }

    @Override
    public void close() {
        list.close();
    }

    private TextKeys hashes(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            int length = batch.has(row, TextKeys.KEYLESS)
                    ? KeyTranslator.INVALID
                    : translator.translate(batch.text(), batch.start(row), batch.end(row), wire);
            if (length != KeyTranslator.INVALID) {
                fingerprinter.take(wire, 0, length);
                write(fingerprinter.high(), 0);
                write(fingerprinter.low(), DIGITS / DIGIT_BITS);
                rows.key(digits, 0, DIGITS, (byte) 0);
            }
        }
        held.take(batch);
        return rows.build();
    }

    private void write(long half, int from) {
        for (int i = 0; i < DIGITS / DIGIT_BITS; i++) {
            int digit = (int) (half >>> (Long.SIZE - DIGIT_BITS * (i + 1))) & ALL_BITS;
            digits[from + i] = (byte) Character.forDigit(digit, 1 << DIGIT_BITS);
        }
    }
}
