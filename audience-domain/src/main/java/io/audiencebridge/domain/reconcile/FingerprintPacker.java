// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;

/** Any keys, by the fingerprints of their wire forms. */
final class FingerprintPacker extends KeyPacker {
    private final KeyTranslator translator;
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private final byte[] wire = new byte[KeyTranslator.LONGEST];

    FingerprintPacker(KeyTranslator translator) {
        this.translator = translator;
    }

    @Override
    public boolean pack(byte[] text, int from, int to) {
        int length = translator.translate(text, from, to, wire);
        if (length == KeyTranslator.INVALID) {
            return false;
        }
        fingerprinter.take(wire, 0, length);
        return packed(fingerprinter.high(), fingerprinter.low());
    }
}
