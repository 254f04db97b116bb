// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.MemorySink;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.PublicKeyEncSessionPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To which key of a recipient files are encrypted. */
class ChoosingKeysTest {
    private static final Duration FOR_EVER = Duration.ZERO;
    private static final Duration A_MONTH = Duration.ofDays(30);

    @Test
    void the_newest_subkey_for_encryption_is_taken() throws IOException {
        Keys keys = Keys.signing()
                .subkey(Keys.MADE, Keys.ENCRYPTION, FOR_EVER)
                .subkey(Keys.MADE.plus(A_MONTH), Keys.ENCRYPTION, FOR_EVER)
                .subkey(Keys.MADE.plus(Duration.ofDays(1)), Keys.ENCRYPTION, FOR_EVER);

        assertThat(chosen(open(keys).get())).isEqualTo(keys.subkey(1).getKeyID());
    }

    @Test
    void subkeys_that_may_not_be_used_are_passed_over() throws IOException {
        Keys keys = Keys.signing()
                .subkey(Keys.MADE, Keys.ENCRYPTION, FOR_EVER)
                .subkey(Keys.MADE.plusSeconds(1), Keys.ENCRYPTION, A_MONTH)
                .subkey(Keys.MADE.plusSeconds(2), Keys.ENCRYPTION, FOR_EVER)
                .revokeSubkey(2)
                .subkey(Keys.MADE.plusSeconds(3), KeyFlags.AUTHENTICATION, FOR_EVER);

        assertThat(chosen(open(keys).get())).isEqualTo(keys.subkey(0).getKeyID());
    }

    @Test
    void a_subkey_that_says_nothing_of_its_use_will_do() throws IOException {
        Keys keys = Keys.signing().silentSubkey();

        assertThat(chosen(open(keys).get())).isEqualTo(keys.subkey(0).getKeyID());
    }

    @Test
    void a_primary_key_for_signing_only_is_not_encrypted_to() {
        assertThat(refused(Keys.rsa())).contains("is not for encryption");
        assertThat(refused(Keys.signing())).contains("is not for encryption", "get a new public key");
    }

    @Test
    void an_expired_subkey_is_refused_with_the_day() {
        Keys keys = Keys.signing().subkey(Keys.MADE, Keys.ENCRYPTION, A_MONTH);

        assertThat(refused(keys))
                .contains(KeyIds.text(keys.subkey(0)) + " expired on 2026-01-31T00:00:00Z")
                .startsWith("openPgp.publicKey");
    }

    @Test
    void an_expired_primary_key_takes_its_subkeys_with_it() {
        Keys keys = Keys.signing(A_MONTH).subkey(Keys.MADE, Keys.ENCRYPTION, FOR_EVER);

        assertThat(refused(keys)).contains("expired on 2026-01-31");
    }

    @Test
    void a_revoked_subkey_is_refused() {
        assertThat(refused(Keys.usual().revokeSubkey(0))).contains("was revoked");
    }

    @Test
    void a_revoked_primary_key_takes_its_subkeys_with_it() {
        assertThat(refused(Keys.usual().revokePrimary())).contains("was revoked");
    }

    @Test
    void a_subkey_of_somebody_else_is_refused() {
        PGPPublicKey foreign = Keys.publicKeys(Keys.usual().ring()).get(1);
        PGPPublicKeyRing ring = PGPPublicKeyRing.insertPublicKey(Keys.signing().ring(), foreign);

        assertThat(refused(armoured(ring))).contains(KeyIds.text(foreign) + " carries no valid signature");
    }

    @Test
    void a_key_that_expires_while_the_bridge_is_open_is_refused_from_then_on() {
        Keys keys = Keys.signing().subkey(Keys.MADE, Keys.ENCRYPTION, A_MONTH);
        AtomicReference<Instant> now = new AtomicReference<>(Keys.MADE.plusSeconds(1));
        Cipher cipher = new OpenPgpFactory(now::get)
                .open(OpenPgpSettings.builder().publicKey(keys.publicArmour()).build())
                .get();
        MemorySink target = MemorySink.ample();

        boolean before = cipher.encrypting(target, "file").isRight();
        now.set(Keys.MADE.plus(A_MONTH));
        BridgeError after = cipher.encrypting(target, "file").getLeft();

        assertThat(before).isTrue();
        assertThat(after).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(after.message()).contains("expired");
        assertThat(target.aborted()).isZero();
    }

    @Test
    void of_several_keys_the_recipient_is_told_by_id_or_fingerprint() throws IOException {
        Keys one = Keys.usual();
        Keys other = Keys.usual();
        String both = one.publicArmour() + "\n" + other.publicArmour();
        PGPPublicKey primary = other.ring().getPublicKey();
        String fingerprint = HexFormat.of().formatHex(primary.getFingerprint());

        assertThat(refused(both)).contains("openPgp.recipient", KeyIds.text(primary), "several public keys");
        for (String written : new String[] {
            KeyIds.text(primary), fingerprint, fingerprint.replaceAll("(.{4})", "$1 "), KeyIds.text(other.subkey(0))
        }) {
            var cipher = Ciphers.FACTORY
                    .open(OpenPgpSettings.builder()
                            .publicKey(both)
                            .recipient(written)
                            .build())
                    .get();

            assertThat(chosen(cipher)).as(written).isEqualTo(other.subkey(0).getKeyID());
        }
    }

    @Test
    void the_id_of_a_subkey_rules_the_others_out() throws IOException {
        Keys keys = Keys.signing()
                .subkey(Keys.MADE, Keys.ENCRYPTION, FOR_EVER)
                .subkey(Keys.MADE.plus(A_MONTH), Keys.ENCRYPTION, FOR_EVER)
                .revokeSubkey(1);

        assertThat(chosen(open(keys.publicArmour(), KeyIds.text(keys.subkey(0))).get()))
                .isEqualTo(keys.subkey(0).getKeyID());
        assertThat(open(keys.publicArmour(), KeyIds.text(keys.subkey(1)))
                        .getLeft()
                        .message())
                .contains(KeyIds.text(keys.subkey(1)) + " was revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E3F2A363", "0xE3F2A363", "audiences@example.com", "", "8496CE328496CE3"})
    void what_names_no_key_or_could_name_several_is_refused(String written) {
        assertThat(open(Keys.usual().publicArmour(), written).getLeft().message())
                .contains("openPgp.recipient", "'" + written + "' is no key id of 16");
    }

    @Test
    void a_key_that_is_not_there_is_told_beside_those_that_are() {
        Keys keys = Keys.usual();

        assertThat(open(keys.publicArmour(), "0123456789ABCDEF").getLeft().message())
                .contains("is none of the keys given", KeyIds.text(keys.ring().getPublicKey()));
    }

    private static Either<BridgeError, Cipher> open(Keys keys) {
        return Ciphers.FACTORY.open(
                OpenPgpSettings.builder().publicKey(keys.publicArmour()).build());
    }

    private static Either<BridgeError, Cipher> open(String armour, String recipient) {
        return Ciphers.FACTORY.open(
                OpenPgpSettings.builder().publicKey(armour).recipient(recipient).build());
    }

    private static String refused(Keys keys) {
        return refused(keys.publicArmour());
    }

    private static String refused(String armour) {
        BridgeError error = Ciphers.FACTORY
                .open(OpenPgpSettings.builder().publicKey(armour).build())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        return error.message();
    }

    private static String armoured(PGPPublicKeyRing ring) {
        try {
            return Keys.armoured(ring.getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key that a message says it is for. */
    private static long chosen(Cipher cipher) throws IOException {
        byte[] message = Ciphers.encrypted(cipher, new byte[10]);
        var first = new BCPGInputStream(new ByteArrayInputStream(message)).readPacket();
        return ((PublicKeyEncSessionPacket) first).getKeyID();
    }
}
