// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.OpenPgpKeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Audience Manager decrypts and what it must not. Source: audience-manager.md, section 4.3. */
class EncryptedFilesTest {
    private static final FileBench BENCH = new FileBench();
    private static final String ANNA = "59767559181262060060278870901087098252";
    private static final String KEY = "sandbox/date=2026-01-31/ftp_dpm_100_1400000000.sync.gpg";

    private final byte[] rows = (ANNA + "\td_sid=24\n").getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        BENCH.source(100, ",\"useAudienceManagerVisitorID\":true");
        BENCH.trait(24, 100, "");
        BENCH.live();
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                SymmetricKeyAlgorithmTags.AES_128,
                SymmetricKeyAlgorithmTags.AES_192,
                SymmetricKeyAlgorithmTags.AES_256
            })
    void aes_of_every_size_is_decrypted(int cipher) throws Exception {
        SandboxInboundFile file = take(encryption().cipher(cipher).encrypt(rows));

        assertThat(file.reason()).isEmpty();
        assertThat(BENCH.holders(24, 0)).containsExactly(ANNA);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                SymmetricKeyAlgorithmTags.TRIPLE_DES,
                SymmetricKeyAlgorithmTags.CAST5,
                SymmetricKeyAlgorithmTags.BLOWFISH,
                SymmetricKeyAlgorithmTags.TWOFISH,
                SymmetricKeyAlgorithmTags.CAMELLIA_256
            })
    void another_cipher_is_refused(int cipher) throws Exception {
        SandboxInboundFile file = take(encryption().cipher(cipher).encrypt(rows));

        assertRefused(file, "AES");
    }

    @Test
    void a_message_without_integrity_is_refused() throws Exception {
        SandboxInboundFile file = take(encryption().withoutIntegrity().encrypt(rows));

        assertRefused(file, "integrity");
    }

    @Test
    void gzip_within_is_refused() throws Exception {
        SandboxInboundFile file = take(encryption().encrypt(Buckets.zipped(rows)));

        assertRefused(file, "gzip");
    }

    @Test
    void a_message_for_somebody_else_is_refused() throws Exception {
        byte[] encrypted = Encryption.to(OpenPgpKeyPair.made().publicKey()).encrypt(rows);

        SandboxInboundFile file = take(encrypted);

        assertRefused(file, "public key");
    }

    @Test
    void plain_rows_are_refused() throws IOException {
        SandboxInboundFile file = take(rows);

        assertRefused(file, "not encrypted");
    }

    @Test
    void a_message_changed_or_cut_anywhere_near_its_end_leaves_no_row_behind() throws Exception {
        byte[] whole = encryption().encrypt((ANNA + "\td_sid=24\n").repeat(500).getBytes(StandardCharsets.UTF_8));
        List<String> reasons = new ArrayList<>();
        for (int cut = 1; cut < 40; cut += 3) {
            reasons.add(take(Arrays.copyOf(whole, whole.length - cut)).status());
            byte[] changed = whole.clone();
            changed[whole.length - cut] ^= 1;
            reasons.add(take(changed).status());
        }

        assertThat(reasons).containsOnly("REJECTED");
        assertThat(BENCH.holders(24, 0)).isEmpty();
    }

    @Test
    void the_public_key_is_had_over_the_wire() throws Exception {
        String key = Http.json(Http.get(BENCH.sandbox.control().resolve("/settings")))
                .path("audienceManager")
                .path("openPgpPublicKey")
                .asText();

        SandboxInboundFile file = take(Encryption.to(key).encrypt(rows));

        assertThat(file.reason()).isEmpty();
    }

    @Test
    void what_gpg_encrypts_to_the_sandboxes_key_is_decrypted(@TempDir Path home) throws Exception {
        Gpg gpg = new Gpg(home);
        gpg.importKey(BENCH.files().openPgpPublicKey());

        SandboxInboundFile aes = take(gpg.encrypt(rows, "sandbox@example.com", "AES"));
        SandboxInboundFile cast = take(gpg.encrypt(rows, "sandbox@example.com", "CAST5"));

        assertThat(aes.reason()).isEmpty();
        assertRefusedOnly(cast, "AES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa2048", "default"})
    void a_key_made_by_gpg_can_be_taken(String algorithm, @TempDir Path home) throws Exception {
        Gpg gpg = new Gpg(home);
        gpg.makeKey("aam@example.com", algorithm, "pass phrase");
        BENCH.files().openPgpSecretKey(gpg.secretKey("aam@example.com", "pass phrase"), "pass phrase");

        SandboxInboundFile file = take(gpg.encrypt(rows, "aam@example.com", "AES256"));

        assertThat(file.reason()).isEmpty();
        assertThat(BENCH.files().openPgpPublicKey()).contains("BEGIN PGP PUBLIC KEY BLOCK");
    }

    @Test
    void a_secret_key_that_cannot_be_read_is_refused(@TempDir Path home) throws Exception {
        Gpg gpg = new Gpg(home);
        gpg.makeKey("aam@example.com", "rsa2048", "right");
        String key = gpg.secretKey("aam@example.com", "right");

        assertThatIllegalArgumentException().isThrownBy(() -> BENCH.files().openPgpSecretKey(key, "wrong"));
        assertThatIllegalArgumentException().isThrownBy(() -> BENCH.files().openPgpSecretKey("nonsense", ""));
    }

    private static Encryption encryption() throws IOException {
        return Encryption.to(BENCH.files().openPgpPublicKey());
    }

    private static SandboxInboundFile take(byte[] content) throws IOException {
        BENCH.buckets.putBytes(KEY, content);
        BENCH.sandbox.clock().advance(FileBench.RUN);
        return BENCH.newest();
    }

    private static void assertRefused(SandboxInboundFile file, String reason) {
        assertRefusedOnly(file, reason);
        assertThat(BENCH.holders(24, 0)).isEmpty();
    }

    private static void assertRefusedOnly(SandboxInboundFile file, String reason) {
        assertThat(file.status()).isEqualTo("REJECTED");
        assertThat(file.reason()).contains(reason);
    }

    /** GnuPG with a home of its own; without it on the machine the test is skipped. */
    private static final class Gpg {
        private final Path home;

        Gpg(Path home) throws IOException {
            this.home = home;
            assumeThat(isThere()).as("GnuPG is there").isTrue();
        }

        private static boolean isThere() {
            try {
                return new ProcessBuilder("gpg", "--version")
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void importKey(String armored) throws IOException {
            run(armored.getBytes(StandardCharsets.US_ASCII), "--import");
        }

        void makeKey(String owner, String algorithm, String passphrase) throws IOException {
            run(
                    new byte[0],
                    "--pinentry-mode",
                    "loopback",
                    "--passphrase",
                    passphrase,
                    "--quick-gen-key",
                    owner,
                    algorithm);
            if (!algorithm.equals("default")) {
                String listed =
                        new String(run(new byte[0], "--with-colons", "--list-keys", owner), StandardCharsets.UTF_8);
                String print = listed.lines()
                        .filter(line -> line.startsWith("fpr:"))
                        .map(line -> line.split(":", -1)[9])
                        .findFirst()
                        .orElseThrow();
                run(
                        new byte[0],
                        "--pinentry-mode",
                        "loopback",
                        "--passphrase",
                        passphrase,
                        "--quick-add-key",
                        print,
                        algorithm,
                        "encr");
            }
        }

        String secretKey(String owner, String passphrase) throws IOException {
            byte[] key = run(
                    new byte[0],
                    "--pinentry-mode",
                    "loopback",
                    "--passphrase",
                    passphrase,
                    "--armor",
                    "--export-secret-keys",
                    owner);
            return new String(key, StandardCharsets.US_ASCII);
        }

        byte[] encrypt(byte[] content, String owner, String cipher) throws IOException {
            return run(content, "--trust-model", "always", "--cipher-algo", cipher, "--encrypt", "--recipient", owner);
        }

        private byte[] run(byte[] input, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of("gpg", "--homedir", home.toString(), "--batch", "--quiet"));
            command.addAll(List.of(arguments));
            Path in = Files.write(home.resolve("in"), input);
            Path out = home.resolve("out");
            Path errors = home.resolve("errors");
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            try {
                if (process.waitFor() != 0) {
                    throw new UncheckedIOException(new IOException(Files.readString(errors)));
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return Files.readAllBytes(out);
        }
    }
}
