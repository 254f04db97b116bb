// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Encrypts to one recipient, decrypts with our own keys. A target or source whose file is refused at once is left as it is. */
final class OpenPgpCipher implements Cipher {
    private final OpenPgpSettings settings;
    private final Option<KeyChoice> recipient;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private volatile PrivateKeys keys;
    private volatile boolean closed;

    OpenPgpCipher(OpenPgpSettings settings, Option<KeyChoice> recipient, PrivateKeys keys, InstantSource clock) {
        this.settings = settings;
        this.recipient = recipient;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String ending() {
        return "pgp";
    }

    @Override
    public Either<BridgeError, ByteSink> encrypting(ByteSink target, String name) {
        if (closed) {
            return over();
        }
        return recipient
                .<Either<BridgeError, ByteSink>>map(choice -> choice.at(clock.instant())
                        .<BridgeError>mapLeft(why -> BridgeError.InvalidRequest.of("openPgp.publicKey", refusal(why)))
                        .map(key -> new EncryptingSink(target, new MessageWriter(settings, key, random, name))))
                .getOrElse(() ->
                        missing("openPgp.publicKey", "nothing can be encrypted without the recipient's public key"));
    }

    @Override
    public Either<BridgeError, ByteSource> decrypting(ByteSource source, String name) {
        if (closed) {
            return over();
        }
        PrivateKeys ours = keys;
        return ours.isEmpty()
                ? missing("openPgp.privateKey", "file " + name + " cannot be decrypted without a private key")
                : Either.right(new DecryptingSource(source, ours, name));
    }

    /** Forgets the private keys; streams that are open go on. */
    @Override
    public void close() {
        closed = true;
        keys = PrivateKeys.none();
    }

    @Override
    public String toString() {
        return "OpenPgpCipher[hidden]";
    }

    static String refusal(String why) {
        return why + "; get a new public key from the recipient";
    }

    private static <T> Either<BridgeError, T> missing(String subject, String message) {
        return Either.left(BridgeError.InvalidRequest.of(subject, message));
    }

    private static <T> Either<BridgeError, T> over() {
        return Either.left(BridgeError.LocalFailure.of("The cipher was closed; open it again"));
    }
}
