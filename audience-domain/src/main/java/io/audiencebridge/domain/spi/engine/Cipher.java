// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Encrypts files on their way out and decrypts them on their way in. No file is held whole. A cipher compresses by itself where that helps; what it encrypts
 * must not be compressed before. Safe for use by several threads, each with its own stream.
 */
public interface Cipher extends AutoCloseable {
    /** How names of encrypted files end, without the dot: {@code pgp}. */
    String ending();

    /**
     * A sink whose bytes arrive in {@code target} encrypted. Its {@code finish} ends the encrypted message and then finishes {@code target}; its {@code abort}
     * aborts {@code target}.
     *
     * <p>Left: {@code InvalidRequest} when the cipher has no key to encrypt with, or that key may not be used (expired, revoked, not for encryption).
     *
     * @param name the plain file's name, without folders; it may be put into the message
     */
    Either<BridgeError, ByteSink> encrypting(ByteSink target, String name);

    /**
     * The plain bytes of {@code source}; closing it closes {@code source}. They can be trusted only once reading has answered {@link ByteSource#END}: integrity
     * is known at the end, and until then nothing may be changed for good by what was read.
     *
     * <p>Left, here or at any read: {@code InvalidRequest} when the message is for another key, {@code ProtocolBreach} when it is damaged, cut short, tampered
     * with, without integrity protection, or of an algorithm that is not taken.
     *
     * @param name the encrypted file's name, for messages
     */
    Either<BridgeError, ByteSource> decrypting(ByteSource source, String name);

    /** Clears the keys. Never fails; may be called again. */
    @Override
    void close();
}
