// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.contractkit.CipherContract;
import io.audiencebridge.domain.spi.engine.Cipher;

/** AES-256, compressed, to a subkey on Curve25519. */
final class UsualCipherTest extends CipherContract {
    private static final Keys KEYS = Keys.usual();

    @Override
    protected Cipher open() {
        return Ciphers.of(KEYS);
    }
}
