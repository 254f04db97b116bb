// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.contractkit.MemorySink;
import io.audiencebridge.contractkit.MemorySource;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.time.Duration;

/** Whole files through a cipher. */
final class Ciphers {
    /** A day in the life of the keys of {@link Keys}. */
    static final OpenPgpFactory FACTORY = new OpenPgpFactory(() -> Keys.MADE.plus(Duration.ofDays(100)));

    private Ciphers() {}

    static OpenPgpSettings.Builder settings(Keys keys) {
        return OpenPgpSettings.builder()
                .publicKey(keys.publicArmour())
                .privateKey(Secret.of(keys.privateArmour()))
                .passphrase(Secret.of(Keys.PASSPHRASE));
    }

    static Cipher of(Keys keys) {
        return FACTORY.open(settings(keys).build()).get();
    }

    static byte[] encrypted(Cipher cipher, byte[] content) {
        MemorySink target = MemorySink.ample();
        ByteSink sink = cipher.encrypting(target, "file").get();
        sink.write(content, 0, content.length).get();
        sink.finish().get();
        return target.bytes();
    }

    static Either<BridgeError, byte[]> decrypted(Cipher cipher, byte[] message) {
        return MemorySource.drained(
                cipher.decrypting(MemorySource.of(message), "folder/x.pgp").get(), 1000);
    }
}
