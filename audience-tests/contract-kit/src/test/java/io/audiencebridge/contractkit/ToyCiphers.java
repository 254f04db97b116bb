// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.CipherFactory;
import io.audiencebridge.domain.spi.engine.CipherSettings;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** A factory that does everything right, to be broken one way at a time. */
public final class ToyCiphers implements CipherFactory<ToyCiphers.Settings> {
    /** For the service loader. */
    public ToyCiphers() {}

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Either<BridgeError, Cipher> open(Settings settings) {
        Vector<Violation> wrong = Vector.empty();
        if (settings.name().isBlank()) {
            wrong = wrong.append(new Violation("name", "is empty"));
        }
        if (settings.bits() < 128) {
            wrong = wrong.append(new Violation("bits", "are fewer than 128"));
        }
        return wrong.isEmpty()
                ? Either.right(new Nothing())
                : Either.left(new BridgeError.InvalidRequest(wrong, Incident.local()));
    }

    /**
     * Its settings.
     *
     * @param name must not be blank
     * @param bits 128 at least
     * @param key printed by nobody
     */
    public record Settings(String name, int bits, Secret key) implements CipherSettings {}

    /** Ciphers nothing. */
    private static final class Nothing implements Cipher {
        @Override
        public String ending() {
            return "toy";
        }

        @Override
        public Either<BridgeError, ByteSink> encrypting(ByteSink target, String name) {
            return Either.right(target);
        }

        @Override
        public Either<BridgeError, ByteSource> decrypting(ByteSource source, String name) {
            return Either.right(source);
        }

        @Override
        public void close() {}
    }
}
