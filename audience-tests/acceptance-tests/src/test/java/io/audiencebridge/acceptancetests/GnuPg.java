// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The real GnuPG, with a key ring of its own. */
final class GnuPg {
    private final Path folder;

    GnuPg(Path folder) throws IOException {
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Makes a key without a passphrase; gives the name by which it is found. */
    String makeKey(String user) throws IOException, InterruptedException {
        run("--passphrase", "", "--quick-generate-key", user, "default", "default", "never");
        return user;
    }

    String publicKey(String name) throws IOException, InterruptedException {
        return run("--armor", "--export", name);
    }

    String secretKey(String name) throws IOException, InterruptedException {
        return run("--armor", "--export-secret-keys", name);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--homedir", folder.toString(), "--batch", "--quiet", "--pinentry-mode", "loopback"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("gpg failed: " + Files.readString(folder.resolve("errors")));
        }
        return output;
    }
}
