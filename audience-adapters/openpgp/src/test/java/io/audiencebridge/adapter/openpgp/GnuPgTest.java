// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our messages read by the GnuPG that is installed, and its messages by us, with keys that it made. Run with {@code -Pgpg}. */
@Tag("gpg")
class GnuPgTest {
    private static final GnuPg CURVE = GnuPg.with(
            "Key-Type: EDDSA", "Key-Curve: ed25519", "Subkey-Type: ECDH", "Subkey-Curve: cv25519", "Expire-Date: 0");
    private static final GnuPg RSA = GnuPg.with(
            "Key-Type: RSA", "Key-Length: 4096", "Subkey-Type: RSA", "Subkey-Length: 4096", "Expire-Date: 0");
    private static final byte[] CONTENT = noise(300_000);

    static List<GnuPg> keys() {
        return List.of(CURVE, RSA);
    }

    @AfterAll
    static void endAgents() {
        for (GnuPg gnuPg : keys()) {
            gnuPg.close();
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("keys")
    void gnupg_decrypts_what_we_encrypt_whatever_its_size(GnuPg gnuPg) {
        Cipher cipher = cipher(gnuPg);

        for (int size : new int[] {0, 1, 191, 192, 8383, 8384, 65_535, 65_536, 65_537, 200_000, 5_000_000}) {
            byte[] content = noise(size);

            assertThat(gnuPg.decrypt(Ciphers.encrypted(cipher, content)))
                    .as("%d bytes", size)
                    .isEqualTo(content);
        }
    }

    @ParameterizedTest
    @CsvSource({"128, true, 7", "128, false, 7", "256, true, 9", "256, false, 9"})
    void gnupg_sees_integrity_protection_and_aes(int bits, boolean compressed, int algorithm) {
        Cipher cipher = new OpenPgpFactory()
                .open(settings(RSA).keyBits(bits).compressed(compressed).build())
                .get();
        byte[] message = Ciphers.encrypted(cipher, CONTENT);

        assertThat(RSA.told(message))
                .contains("DECRYPTION_INFO 2 " + algorithm, "GOODMDC", "DECRYPTION_OKAY")
                .contains(" file\n");
        assertThat(RSA.decrypt(message)).isEqualTo(CONTENT);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("keys")
    void we_decrypt_what_gnupg_encrypts(GnuPg gnuPg) {
        Cipher cipher = cipher(gnuPg);

        for (String options : new String[] {
            "",
            "--cipher-algo AES",
            "--cipher-algo AES192",
            "--cipher-algo AES256",
            "--armor",
            "--compress-algo none",
            "--compress-algo zlib",
            "--compress-algo bzip2",
            "--rfc4880 --cipher-algo AES",
            "--openpgp --cipher-algo AES256",
            "--sign",
            "--armor --sign --cipher-algo AES",
            "--throw-keyids"
        }) {
            byte[] message = gnuPg.encrypt(CONTENT, words(options));

            assertThat(Ciphers.decrypted(cipher, message).getOrElseThrow(error -> new AssertionError(error.message())))
                    .as("gpg %s", options)
                    .isEqualTo(CONTENT);
        }
        assertThat(Ciphers.decrypted(cipher, gnuPg.encrypt(new byte[0])).get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3DES", "CAST5", "BLOWFISH", "TWOFISH", "IDEA", "CAMELLIA128", "CAMELLIA256"})
    void we_refuse_what_gnupg_encrypts_with_something_else_than_aes(String algorithm) {
        byte[] message = CURVE.encrypt(CONTENT, "--cipher-algo", algorithm);

        assertThat(refused(message)).contains("only AES is taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rfc2440 --cipher-algo AES256", "--rfc2440 --cipher-algo 3DES"})
    void we_refuse_what_gnupg_leaves_without_integrity_protection(String options) {
        assertThat(refused(CURVE.encrypt(CONTENT, words(options)))).contains("has no integrity protection");
    }

    @Test
    void we_refuse_what_gnupg_encrypts_with_a_passphrase_or_only_signs() {
        assertThat(refused(CURVE.run(CONTENT, "--cipher-algo", "AES256", "--symmetric")))
                .contains("with a passphrase");
        assertThat(refused(CURVE.run(CONTENT, "--sign"))).contains("is no encrypted OpenPGP message");
        assertThat(refused(CURVE.run(CONTENT, "--armor", "--clearsign"))).contains("x.pgp");
    }

    @Test
    void a_message_for_another_key_of_gnupg_names_it() {
        BridgeError error =
                Ciphers.decrypted(cipher(CURVE), RSA.encrypt(CONTENT)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void a_message_of_gnupg_cut_anywhere_near_its_end_or_changed_is_refused() {
        Cipher cipher = cipher(CURVE);
        byte[] message = CURVE.encrypt(noise(500), "--compress-algo", "none");

        for (int length = 0; length < message.length; length++) {
            assertThat(Ciphers.decrypted(cipher, Arrays.copyOf(message, length)).isLeft())
                    .as("the first %d of %d", length, message.length)
                    .isTrue();
        }
        for (int at = message.length - 520; at < message.length; at++) {
            byte[] changed = message.clone();
            changed[at] ^= 1;

            assertThat(Ciphers.decrypted(cipher, changed).isLeft())
                    .as("byte %d", at)
                    .isTrue();
        }
    }

    @Test
    void a_key_that_gnupg_revoked_is_refused() {
        try (GnuPg gnuPg =
                GnuPg.with("Key-Type: EDDSA", "Key-Curve: ed25519", "Subkey-Type: ECDH", "Subkey-Curve: cv25519")) {
            String before = gnuPg.publicKey();
            gnuPg.revoke();

            assertThat(open(before).isRight()).isTrue();
            assertThat(open(gnuPg.publicKey()).getLeft().message()).contains("was revoked");
        }
    }

    @Test
    void a_key_that_gnupg_let_expire_is_refused() {
        try (GnuPg gnuPg = GnuPg.with(
                "Key-Type: EDDSA",
                "Key-Curve: ed25519",
                "Subkey-Type: ECDH",
                "Subkey-Curve: cv25519",
                "Creation-Date: 20200101T000000",
                "Expire-Date: 20210101T000000")) {

            assertThat(open(gnuPg.publicKey()).getLeft().message()).contains("expired on 202");
        }
    }

    @Test
    void a_key_of_gnupg_that_only_signs_is_refused() {
        try (GnuPg gnuPg = GnuPg.with("Key-Type: RSA", "Key-Length: 2048", "Key-Usage: sign")) {

            assertThat(open(gnuPg.publicKey()).getLeft().message()).contains("is not for encryption");
        }
    }

    private static String refused(byte[] message) {
        BridgeError error = Ciphers.decrypted(cipher(CURVE), message).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        return error.message();
    }

    private static Either<BridgeError, Cipher> open(String publicKey) {
        return new OpenPgpFactory()
                .open(OpenPgpSettings.builder().publicKey(publicKey).build());
    }

    private static Cipher cipher(GnuPg gnuPg) {
        return new OpenPgpFactory().open(settings(gnuPg).build()).get();
    }

    private static OpenPgpSettings.Builder settings(GnuPg gnuPg) {
        return OpenPgpSettings.builder()
                .publicKey(gnuPg.publicKey())
                .privateKey(Secret.of(gnuPg.privateKey()))
                .passphrase(Secret.of(GnuPg.PASSPHRASE));
    }

    private static String[] words(String options) {
        return options.isEmpty() ? new String[0] : options.split(" ");
    }

    private static byte[] noise(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
