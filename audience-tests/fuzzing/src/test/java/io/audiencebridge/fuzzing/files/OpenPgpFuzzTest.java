// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.openpgp.OpenPgpFactory;
import io.audiencebridge.adapter.openpgp.OpenPgpSettings;
import io.audiencebridge.contractkit.MemorySource;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.Watched;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A message to us, made by anybody who has our public key, and a key file. The first character chooses which. The private key is for this test alone. */
class OpenPgpFuzzTest {
    private static final Cipher CIPHER = new OpenPgpFactory()
            .open(OpenPgpSettings.builder().privateKey(Secret.of(privateKey())).build())
            .get();

    @FuzzTest
    void any_message_is_decrypted_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input);
        byte[] bytes = foreign.after(1).bytes();
        Watched.reading(input.length, () -> {
            if (foreign.choice(0, 2) == 0) {
                decrypt(bytes);
            } else {
                key(bytes);
            }
        });
    }

    private static void decrypt(byte[] message) {
        byte[] buffer = new byte[8192];
        CIPHER.decrypting(MemorySource.of(message), "rows.pgp").forEach(opened -> {
            try (ByteSource source = opened) {
                boolean more = true;
                while (more) {
                    more = source.read(buffer, 0, buffer.length).exists(count -> count != ByteSource.END);
                }
            }
        });
    }

    private static void key(byte[] key) {
        OpenPgpFactory factory = new OpenPgpFactory();
        factory.open(OpenPgpSettings.builder().publicKeyBytes(key).build()).forEach(Cipher::close);
        factory.open(OpenPgpSettings.builder()
                        .publicKey(new String(key, StandardCharsets.UTF_8))
                        .build())
                .forEach(Cipher::close);
        factory.open(OpenPgpSettings.builder()
                        .privateKeyBytes(key)
                        .passphrase(Secret.of("x"))
                        .build())
                .forEach(Cipher::close);
    }

    private static String privateKey() {
        try (InputStream key = OpenPgpFuzzTest.class.getResourceAsStream("fuzzing.key")) {
            return new String(java.util.Objects.requireNonNull(key).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
