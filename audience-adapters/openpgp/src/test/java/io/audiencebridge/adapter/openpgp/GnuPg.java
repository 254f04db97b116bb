// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The GnuPG that is installed, in a home of its own. Fails where there is none: whoever asks for these tests wants them run. */
final class GnuPg implements AutoCloseable {
    static final String PASSPHRASE = "open sesame";
    static final String USER = "audiences@example.com";

    private final Path home;

    private GnuPg(Path home) {
        this.home = home;
    }

    /** A home with one key, made from GnuPG's own description of it. */
    static GnuPg with(String... description) {
        try {
            Path home = Files.createTempDirectory(
                    "gpg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            GnuPg gnuPg = new GnuPg(home);
            String key = String.join("\n", description) + "\nName-Email: " + USER + "\nPassphrase: " + PASSPHRASE
                    + "\n%commit\n";
            gnuPg.run(key.getBytes(StandardCharsets.US_ASCII), "--gen-key");
            return gnuPg;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String publicKey() {
        return text(run(new byte[0], "--armor", "--export"));
    }

    String privateKey() {
        return text(run(new byte[0], "--armor", "--export-secret-keys"));
    }

    byte[] encrypt(byte[] content, String... options) {
        List<String> all = new ArrayList<>(List.of("--trust-model", "always", "--recipient", USER));
        all.addAll(List.of(options));
        all.add("--encrypt");
        return run(content, all.toArray(String[]::new));
    }

    byte[] decrypt(byte[] message) {
        return run(message, "--decrypt");
    }

    /** What GnuPG tells programs while it decrypts. */
    String told(byte[] message) {
        Path status = home.resolve("status");
        run(message, "--status-file", status.toString(), "--decrypt");
        try {
            return Files.readString(status);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void revoke() {
        try (Stream<Path> files = Files.list(home.resolve("openpgp-revocs.d"))) {
            Path certificate = files.findFirst().orElseThrow();
            String text = Files.readString(certificate).replace(":-----BEGIN", "-----BEGIN");
            run(text.getBytes(StandardCharsets.US_ASCII), "--import");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    byte[] run(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--no-tty",
                "--yes",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                PASSPHRASE));
        command.addAll(List.of(arguments));
        try {
            Path errors = home.resolve("errors");
            Path in = home.resolve("in");
            Files.write(in, input);
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectError(errors.toFile())
                    .start();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            process.getInputStream().transferTo(answer);
            if (!ended(process) || process.exitValue() != 0) {
                throw new IllegalStateException("gpg " + String.join(" ", arguments) + ": " + Files.readString(errors));
            }
            return answer.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException("gpg cannot be run; install GnuPG, or leave out -Pgpg", failed);
        }
    }

    /** Ends the agent that GnuPG started for this home, and removes the home. */
    @Override
    public void close() {
        try {
            Process agent = new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                    .inheritIO()
                    .start();
            ended(agent);
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(2, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String text(byte[] armour) {
        return new String(armour, StandardCharsets.US_ASCII);
    }
}
