// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.contractkit.CipherContract;
import io.audiencebridge.domain.spi.engine.Cipher;

/** AES-128, not compressed, to an RSA subkey. */
final class UncompressedCipherTest extends CipherContract {
    private static final Keys KEYS = Keys.rsa().rsaSubkey();

    @Override
    protected Cipher open() {
        return Ciphers.FACTORY
                .open(Ciphers.settings(KEYS).keyBits(128).compressed(false).build())
                .get();
    }
}
