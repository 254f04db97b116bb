// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.MemorySink;
import io.audiencebridge.contractkit.MemorySource;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.CipherFactory;
import io.audiencebridge.domain.system.Secret;
import java.io.IOException;
import java.security.Security;
import java.util.Base64;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as they stand in settings. */
class ReadingKeysTest {
    private static final Keys KEYS = Keys.usual();
    private static final byte[] CONTENT = {1, 2, 3};

    @Test
    void armour_bytes_and_base64_are_the_same_key() throws IOException {
        byte[] publicBytes = KEYS.ring().getEncoded();
        byte[] privateBytes = KEYS.secret().getEncoded();
        OpenPgpSettings.Builder base64 = OpenPgpSettings.builder()
                .publicKey(Base64.getMimeEncoder().encodeToString(publicBytes))
                .privateKey(Secret.of(Base64.getEncoder().encodeToString(privateBytes)));
        OpenPgpSettings.Builder binary =
                OpenPgpSettings.builder().publicKeyBytes(publicBytes).privateKeyBytes(privateBytes);
        OpenPgpSettings.Builder armour = OpenPgpSettings.builder()
                .publicKeyBytes(KEYS.publicArmour().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .privateKeyBytes(KEYS.privateArmour().getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        for (OpenPgpSettings.Builder settings : new OpenPgpSettings.Builder[] {base64, binary, armour}) {
            Cipher cipher = Ciphers.FACTORY
                    .open(settings.passphrase(Secret.of(Keys.PASSPHRASE)).build())
                    .get();

            assertThat(Ciphers.decrypted(cipher, Ciphers.encrypted(cipher, CONTENT))
                            .get())
                    .isEqualTo(CONTENT);
        }
    }

    @Test
    void either_key_alone_will_do_for_its_own_direction() {
        Cipher encrypting = Ciphers.FACTORY
                .open(OpenPgpSettings.builder().publicKey(KEYS.publicArmour()).build())
                .get();
        Cipher decrypting = Ciphers.FACTORY
                .open(OpenPgpSettings.builder()
                        .privateKey(Secret.of(KEYS.privateArmour()))
                        .passphrase(Secret.of(Keys.PASSPHRASE))
                        .build())
                .get();
        MemorySink target = MemorySink.ample();
        MemorySource source = MemorySource.of(CONTENT);

        assertThat(Ciphers.decrypted(decrypting, Ciphers.encrypted(encrypting, CONTENT))
                        .get())
                .isEqualTo(CONTENT);
        assertThat(decrypting.encrypting(target, "file").getLeft().message()).contains("without the recipient's");
        assertThat(encrypting.decrypting(source, "folder/file").getLeft().message())
                .contains("folder/file", "without a private key");
    }

    @Test
    void another_passphrase_is_told_as_such() {
        String message = refused(Ciphers.settings(KEYS).passphrase(Secret.of("hunter2")));

        assertThat(message).contains("openPgp.passphrase: does not open the private key");
        assertThat(message).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key at all!", "QUJD", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxyz"})
    void what_is_no_key_is_told_for_both(String text) {
        String message = refused(OpenPgpSettings.builder().publicKey(text).privateKey(Secret.of(text)));

        assertThat(message).contains("openPgp.publicKey:", "openPgp.privateKey:");
    }

    @Test
    void keys_in_each_others_place_are_told() {
        String message = refused(
                OpenPgpSettings.builder().publicKey(KEYS.privateArmour()).privateKey(Secret.of(KEYS.publicArmour())));

        assertThat(message).contains("openPgp.publicKey:", "openPgp.privateKey:");
        assertThat(message).doesNotContain("BEGIN PGP");
    }

    @Test
    void a_private_key_that_only_signs_is_told() {
        assertThat(refused(OpenPgpSettings.builder()
                        .privateKey(Secret.of(Keys.signing().privateArmour()))
                        .passphrase(Secret.of(Keys.PASSPHRASE))))
                .contains("holds no private key that decrypts");
    }

    @Test
    void every_mistake_in_the_settings_is_told_at_once() {
        assertThat(refused(OpenPgpSettings.builder().keyBits(192).level(0)))
                .contains("give a public key", "openPgp.keyBits: 192", "openPgp.level: 0");
    }

    @Test
    void nothing_prints_a_secret() {
        OpenPgpSettings settings = Ciphers.settings(KEYS).build();
        Cipher cipher = Ciphers.FACTORY.open(settings).get();

        assertThat(settings.toString() + cipher).doesNotContain(Keys.PASSPHRASE, "PRIVATE");
    }

    @Test
    void the_factory_is_found_and_the_platform_is_left_as_it_is() {
        int providers = Security.getProviders().length;

        var found = ServiceLoader.load(CipherFactory.class).findFirst().orElseThrow();
        Ciphers.encrypted(Ciphers.of(KEYS), CONTENT);

        assertThat(found.settings()).isEqualTo(OpenPgpSettings.class);
        assertThat(Security.getProviders()).hasSize(providers);
    }

    private static String refused(OpenPgpSettings.Builder settings) {
        BridgeError error = Ciphers.FACTORY.open(settings.build()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        return error.message();
    }
}
