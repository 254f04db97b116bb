// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.vavr.control.Either;
import java.util.Set;

/** How inbound files are packed: compressed or encrypted, never both, since OpenPGP compresses by itself. Source: Audience Manager, "File PGP encryption for inbound data". */
public interface Packing {
    /** How names end, without the dot. */
    String ending();

    /** A sink whose bytes arrive in {@code target} packed; {@code name} may be put into the file. */
    Either<BridgeError, ByteSink> over(ByteSink target, String name);

    /** Compressed by {@code codec}. Left: {@code InvalidRequest} when it is not gzip, the one that is taken. */
    static Either<BridgeError, Packing> compressed(Codec codec) {
        return ending("codec", codec.ending(), Set.of("gz")).map(sound -> new Compressed(codec));
    }

    /** Encrypted by {@code cipher}. Left: {@code InvalidRequest} when it is not OpenPGP, the one that is taken. */
    static Either<BridgeError, Packing> encrypted(Cipher cipher) {
        return ending("audienceManager.inboundCipher", cipher.ending(), Set.of("pgp", "gpg"))
                .map(sound -> new Encrypted(cipher));
    }

    private static Either<BridgeError, String> ending(String subject, String ending, Set<String> taken) {
        return taken.contains(ending)
                ? Either.right(ending)
                : Either.left(BridgeError.InvalidRequest.of(
                        subject,
                        "makes files that end in ." + ending + ", which Audience Manager does not take; it takes "
                                + String.join(" and ", taken.stream().sorted().toList())));
    }

    /**
     * Files compressed.
     *
     * @param codec gzip
     */
    record Compressed(Codec codec) implements Packing {
        @Override
        public String ending() {
            return codec.ending();
        }

        @Override
        public Either<BridgeError, ByteSink> over(ByteSink target, String name) {
            return Either.right(codec.compressing(target));
        }
    }

    /**
     * Files encrypted.
     *
     * @param cipher OpenPGP
     */
    record Encrypted(Cipher cipher) implements Packing {
        @Override
        public String ending() {
            return cipher.ending();
        }

        @Override
        public Either<BridgeError, ByteSink> over(ByteSink target, String name) {
            return cipher.encrypting(target, name);
        }
    }
}
