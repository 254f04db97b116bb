// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Cipher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that others wrote: what is taken, and what is not. */
class ForeignMessagesTest {
    private static final Keys KEYS = Keys.usual();
    private static final Cipher CIPHER = Ciphers.of(KEYS);
    private static final byte[] CONTENT = noise(40_000);
    private static final byte[] LITERAL = Messages.literal(CONTENT);

    @ParameterizedTest
    @ValueSource(
            ints = {
                SymmetricKeyAlgorithmTags.AES_128,
                SymmetricKeyAlgorithmTags.AES_192,
                SymmetricKeyAlgorithmTags.AES_256
            })
    void aes_of_any_length_is_taken(int algorithm) {
        assertTaken(Messages.encrypted(KEYS, LITERAL, algorithm, true));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                SymmetricKeyAlgorithmTags.IDEA,
                SymmetricKeyAlgorithmTags.TRIPLE_DES,
                SymmetricKeyAlgorithmTags.CAST5,
                SymmetricKeyAlgorithmTags.BLOWFISH,
                SymmetricKeyAlgorithmTags.TWOFISH,
                SymmetricKeyAlgorithmTags.CAMELLIA_256
            })
    void other_algorithms_are_refused(int algorithm) {
        assertThat(told(Messages.encrypted(KEYS, LITERAL, algorithm, true)))
                .contains("algorithm " + algorithm + " of OpenPGP, and only AES is taken");
    }

    @Test
    void a_message_without_integrity_protection_is_refused() {
        byte[] old = Messages.encrypted(KEYS, LITERAL, SymmetricKeyAlgorithmTags.AES_256, false);

        assertThat(told(old)).contains("has no integrity protection");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                CompressionAlgorithmTags.UNCOMPRESSED,
                CompressionAlgorithmTags.ZIP,
                CompressionAlgorithmTags.ZLIB,
                CompressionAlgorithmTags.BZIP2
            })
    void any_compression_is_taken(int algorithm) {
        assertTaken(Messages.encrypted(KEYS, Messages.compressed(algorithm, LITERAL)));
    }

    @Test
    void signatures_are_passed_over() {
        assertTaken(Messages.encrypted(KEYS, Messages.zipped(Messages.signed(KEYS, CONTENT))));
        assertTaken(Messages.encrypted(KEYS, Messages.signed(KEYS, CONTENT)));
    }

    @Test
    void a_message_that_does_not_say_whose_it_is_is_tried() {
        assertTaken(Messages.toNobodyTold(KEYS, LITERAL));
    }

    @Test
    void armour_is_taken_off() {
        byte[] armour = Keys.armoured(Messages.encrypted(KEYS, LITERAL)).getBytes(StandardCharsets.US_ASCII);

        assertTaken(armour);
        assertTaken(Messages.joined(armour, "\r\n \n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(told(Messages.joined(armour, "P.S.".getBytes(StandardCharsets.US_ASCII))))
                .contains("something behind its content");
    }

    @Test
    void armour_with_another_checksum_or_a_piece_missing_is_refused() {
        byte[] armour = Keys.armoured(Messages.encrypted(KEYS, LITERAL)).getBytes(StandardCharsets.US_ASCII);
        byte[] without = Messages.joined(Arrays.copyOf(armour, 2000), Arrays.copyOfRange(armour, 2065, armour.length));

        assertThat(told(without)).contains("x.pgp");
        assertThat(told(Arrays.copyOf(armour, armour.length / 2))).contains("x.pgp");
    }

    @Test
    void the_newer_kind_of_integrity_protection_is_taken() {
        assertTaken(Messages.authenticated(KEYS, Messages.zipped(LITERAL)));
        assertTaken(Messages.sealed(KEYS, Messages.zipped(LITERAL)));
    }

    @Test
    void the_newer_kind_cut_anywhere_is_refused_and_a_changed_byte_gives_no_other_content() {
        byte[] content = new byte[300];
        byte[] whole = Messages.authenticated(KEYS, Messages.literal(content));

        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            var outcome = Ciphers.decrypted(CIPHER, changed);

            assertThat(Ciphers.decrypted(CIPHER, Arrays.copyOf(whole, at)).isLeft())
                    .as("the first %d bytes of %d", at, whole.length)
                    .isTrue();
            assertThat(outcome.isLeft() || Arrays.equals(outcome.get(), content))
                    .as("byte %d of %d", at, whole.length)
                    .isTrue();
        }
    }

    @Test
    void a_message_for_others_is_an_invalid_request_that_names_their_keys() {
        Keys others = Keys.usual();

        BridgeError error =
                Ciphers.decrypted(CIPHER, Messages.encrypted(others, LITERAL)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("openPgp.privateKey", "folder/x.pgp", KeyIds.text(others.subkey(0)));
        assertThat(Ciphers.decrypted(CIPHER, Messages.toNobodyTold(others, LITERAL))
                        .getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void a_passphrase_instead_of_a_key_is_refused() {
        assertThat(told(Messages.withPassphrase(LITERAL))).contains("with a passphrase");
    }

    @Test
    void what_is_not_encrypted_is_refused() {
        assertThat(told(LITERAL)).contains("is no encrypted OpenPGP message");
        assertThat(told(Messages.zipped(LITERAL))).contains("is no encrypted OpenPGP message");
        assertThat(told(Messages.signed(KEYS, CONTENT))).contains("is no encrypted OpenPGP message");
        assertThat(told("id\ttrait\n".getBytes(StandardCharsets.US_ASCII))).contains("x.pgp");
        assertThat(told(new byte[0])).contains("is empty");
    }

    @Test
    void more_than_one_file_is_refused_wherever_it_stands() {
        byte[] two = Messages.joined(LITERAL, LITERAL);

        assertThat(told(Messages.encrypted(KEYS, two))).contains("something behind its content");
        assertThat(told(Messages.encrypted(KEYS, Messages.zipped(two)))).contains("something behind");
        assertThat(told(Messages.encrypted(KEYS, Messages.joined(Messages.zipped(LITERAL), LITERAL))))
                .contains("x.pgp");
        assertThat(told(Messages.joined(Messages.encrypted(KEYS, LITERAL), LITERAL)))
                .contains("something behind its content");
        assertThat(told(Messages.joined(Messages.encrypted(KEYS, LITERAL), Messages.encrypted(KEYS, LITERAL))))
                .contains("something behind its content");
    }

    @Test
    void wrappings_within_wrappings_are_refused() {
        assertThat(told(Messages.encrypted(KEYS, Messages.zipped(Messages.zipped(LITERAL)))))
                .contains("compressed once or not at all");
        assertThat(told(Messages.encrypted(KEYS, Messages.encrypted(KEYS, LITERAL))))
                .contains("does not hold one file");
        assertThat(told(Messages.encrypted(KEYS, Messages.zipped(Messages.encrypted(KEYS, LITERAL)))))
                .contains("does not hold one file");
        assertThat(told(Messages.encrypted(KEYS, new byte[0]))).contains("x.pgp");
    }

    /** Two million bytes of markers are a few hundred when compressed. */
    @Test
    void packets_that_would_fill_memory_are_cut_off() {
        byte[] marker = {(byte) 0xca, 3, 'P', 'G', 'P'};
        byte[][] many = new byte[400_000][];
        Arrays.fill(many, marker);
        byte[] endless = new byte[2_000_000];
        System.arraycopy(new byte[] {(byte) 0xc2, (byte) 0xff, 0, 0x1e, (byte) 0x84, 0x7a, 4}, 0, endless, 0, 7);

        assertThat(told(Messages.encrypted(KEYS, Messages.zipped(Messages.joined(many)))))
                .contains("more than a megabyte of other packets");
        assertThat(told(Messages.encrypted(KEYS, Messages.zipped(endless)))).contains("x.pgp");
        assertThat(told(Messages.encrypted(KEYS, Messages.zipped(Messages.joined(LITERAL, Messages.joined(many))))))
                .contains("more than a megabyte of other packets");
    }

    private static void assertTaken(byte[] message) {
        assertThat(Ciphers.decrypted(CIPHER, message).getOrElseThrow(error -> new AssertionError(error.message())))
                .isEqualTo(CONTENT);
    }

    private static String told(byte[] message) {
        BridgeError error = Ciphers.decrypted(CIPHER, message).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        return error.message();
    }

    private static byte[] noise(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
