// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.adapter.openpgp.OpenPgpFactory;
import io.audiencebridge.adapter.openpgp.OpenPgpSettings;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.sandbox.OpenPgpKeyPair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A cipher that lives as long as the process: files are encrypted by it and read back. */
final class OwnCipher {
    private OwnCipher() {}

    /** A cipher to a new key, by the usual settings: AES-256 over ZIP at level 1. */
    static Cipher made() throws IOException {
        OpenPgpKeyPair keys = OpenPgpKeyPair.made();
        return new OpenPgpFactory()
                .open(OpenPgpSettings.builder()
                        .publicKeyBytes(keys.publicKey().getBytes(StandardCharsets.US_ASCII))
                        .privateKeyBytes(keys.secretKey().getBytes(StandardCharsets.US_ASCII))
                        .build())
                .getOrElseThrow(error -> new IOException(error.message()));
    }
}
