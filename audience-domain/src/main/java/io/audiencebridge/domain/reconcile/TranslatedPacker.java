// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.identity.KeyTranslator;

/** Keys in stored form, brought into wire form and then packed. */
final class TranslatedPacker extends KeyPacker {
    private final KeyTranslator translator;
    private final KeyPacker packer;
    private final byte[] wire = new byte[KeyTranslator.LONGEST];

    TranslatedPacker(KeyTranslator translator, KeyPacker packer) {
        this.translator = translator;
        this.packer = packer;
    }

    @Override
    public boolean pack(byte[] text, int from, int to) {
        int length = translator.translate(text, from, to, wire);
        return length != KeyTranslator.INVALID && packer.pack(wire, 0, length) && packed(packer.high(), packer.low());
    }
}
