// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.CipherFactory;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;

/**
 * Opens OpenPGP ciphers.
 *
 * <p>Encrypts with AES and integrity protection, to the newest subkey that is for encryption, neither expired nor revoked, and bound by a signature that
 * checks; does not sign. Decrypts AES with integrity protection only, armoured or binary. Signatures inside a message are not looked at: whoever may write
 * into the exchange is believed to be the sender.
 */
public final class OpenPgpFactory implements CipherFactory<OpenPgpSettings> {
    private static final int SHORT_KEY = 128;
    private static final int LONG_KEY = 256;
    private static final int HIGHEST_LEVEL = 9;

    private final InstantSource clock;

    /** A factory, for {@code ServiceLoader}. */
    public OpenPgpFactory() {
        this(InstantSource.system());
    }

    /** With a clock of its own, by which keys expire. */
    OpenPgpFactory(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Class<OpenPgpSettings> settings() {
        return OpenPgpSettings.class;
    }

    @Override
    public Either<BridgeError, Cipher> open(OpenPgpSettings settings) {
        Option<Either<Violation, KeyChoice>> recipient = Option.ofOptional(settings.publicKey())
                .map(text -> PublicKeys.recipient(text, Option.ofOptional(settings.recipient()))
                        .flatMap(this::usable));
        Option<Either<Violation, PrivateKeys>> keys = Option.ofOptional(settings.privateKey())
                .map(text -> PrivateKeys.of(text, Option.ofOptional(settings.passphrase())));
        Vector<Violation> violations = limits(settings)
                .appendAll(recipient.filter(Either::isLeft).map(Either::getLeft))
                .appendAll(keys.filter(Either::isLeft).map(Either::getLeft));
        return violations.isEmpty()
                ? Either.right(new OpenPgpCipher(
                        settings,
                        recipient.map(Either::get),
                        keys.map(Either::get).getOrElse(PrivateKeys::none),
                        clock))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    /** A key that cannot be used now is told at once, not with the first file. */
    private Either<Violation, KeyChoice> usable(KeyChoice choice) {
        return choice.at(clock.instant())
                .mapLeft(why -> new Violation("openPgp.publicKey", OpenPgpCipher.refusal(why)))
                .map(key -> choice);
    }

    private static Vector<Violation> limits(OpenPgpSettings settings) {
        Vector<Violation> none = Vector.empty();
        Vector<Violation> keys = settings.publicKey().isPresent()
                        || settings.privateKey().isPresent()
                ? none
                : none.append(new Violation(
                        "openPgp", "give a public key to encrypt with, a private key to decrypt with, or both"));
        Vector<Violation> bits = settings.keyBits() == SHORT_KEY || settings.keyBits() == LONG_KEY
                ? keys
                : keys.append(
                        new Violation("openPgp.keyBits", settings.keyBits() + " is no length taken; use 128 or 256"));
        return settings.level() >= 1 && settings.level() <= HIGHEST_LEVEL
                ? bits
                : bits.append(new Violation("openPgp.level", settings.level() + " is out of bounds; use 1 to 9"));
    }
}
