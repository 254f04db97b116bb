// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.domain.spi.engine.CipherSettings;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.util.Arrays;
import java.util.Optional;
import org.immutables.value.Value;

/** To whom files are encrypted, and with which key those that come in are decrypted; one of the two at least. Prints no secret. */
@HouseValue
@Value.Immutable
public interface OpenPgpSettings extends CipherSettings {
    /** The recipient's public key, or several of them: ASCII armour, or the binary form in base64. Without it nothing can be encrypted. */
    Optional<String> publicKey();

    /**
     * Which of the public keys files are encrypted to: a key id of 16 or a fingerprint of 40 or 64 hexadecimal digits, of a key or of one subkey. Needed where
     * there are several keys; the short id of 8 digits is refused, since anybody can make a key that has it.
     */
    Optional<String> recipient();

    /** Our private keys: ASCII armour, or the binary form in base64. Without them nothing can be decrypted. */
    Optional<Secret> privateKey();

    /** What protects the private keys; empty when nothing does. */
    Optional<Secret> passphrase();

    /** Bits of the AES key that files are encrypted with, 128 or 256; 256 by default. Source: Audience Manager, "File PGP encryption for inbound data types": AES of any length. */
    @Value.Default
    default int keyBits() {
        return 256;
    }

    /** Whether files are compressed before they are encrypted, with ZIP; by default true. */
    @Value.Default
    default boolean compressed() {
        return true;
    }

    /** How hard to compress, 1 to 9; 1 by default: ids hardly repeat. */
    @Value.Default
    default int level() {
        return 1;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableOpenPgpSettings.Builder {
        Builder() {}

        /** Sets {@link OpenPgpSettings#publicKey()} from a key file's bytes, armoured or binary. */
        public Builder publicKeyBytes(byte[] key) {
            publicKey(new String(KeyText.of(key)));
            return this;
        }

        /** Sets {@link OpenPgpSettings#privateKey()} from a key file's bytes, armoured or binary; they are copied, and may be overwritten afterwards. */
        public Builder privateKeyBytes(byte[] key) {
            char[] text = KeyText.of(key);
            privateKey(Secret.of(text));
            Arrays.fill(text, '\0');
            return this;
        }
    }
}
