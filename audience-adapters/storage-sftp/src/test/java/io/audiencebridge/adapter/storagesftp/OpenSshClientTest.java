// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSH's own client against the sandbox's server, and the adapter beside it; in the profile {@code openssh}. */
@Tag("openssh")
class OpenSshClientTest {
    @TempDir
    Path home;

    @Test
    void a_foreign_client_and_the_adapter_see_each_others_files() throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.builder().recipients(0).start();
                FileExchange exchange = Bench.open(Bench.settings(sandbox).build())) {
            byte[] content = Bench.random(300_000);
            Path theirs = Files.write(home.resolve("theirs"), content);
            Bench.write(exchange, "ours", content).get();

            sftp(sandbox, "put " + theirs + " exchange/theirs", "get exchange/ours " + home.resolve("ours"));

            assertThat(Bench.read(exchange, "theirs").get()).isEqualTo(content);
            assertThat(home.resolve("ours")).hasBinaryContent(content);
        }
    }

    @Test
    void a_foreign_client_lists_moves_and_removes() throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.builder().recipients(0).start()) {
            sandbox.sftpData().write("exchange/one", new byte[1]);
            sandbox.sftpData().write("exchange/two", new byte[2]);

            String listed = sftp(sandbox, "ls -1 exchange", "rename exchange/one exchange/three", "rm exchange/two");

            assertThat(listed).contains("exchange/one", "exchange/two");
            assertThat(sandbox.sftpData().names()).containsExactly("exchange/three");
        }
    }

    @Test
    void a_foreign_client_that_expects_another_host_key_goes_away() throws IOException {
        try (Sandbox sandbox = Sandbox.builder().recipients(0).start()) {
            Files.writeString(home.resolve("known_hosts"), "");

            assertThatThrownBy(() -> OpenSshServer.run(command(sandbox, batch("ls"))))
                    .hasMessageContaining("ended with 255");
        }
    }

    private String sftp(Sandbox sandbox, String... lines) throws IOException, InterruptedException {
        Files.writeString(
                home.resolve("known_hosts"),
                "[127.0.0.1]:" + sandbox.sftp().getPort() + " " + sandbox.sftpHostKey() + "\n");
        return OpenSshServer.run(command(sandbox, batch(lines)));
    }

    private Path batch(String... lines) throws IOException {
        return Files.write(home.resolve("batch"), List.of(lines));
    }

    private List<String> command(Sandbox sandbox, Path batch) throws IOException {
        Path key = home.resolve("key");
        Files.writeString(key, sandbox.sftpUserKey());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return List.of(
                "sftp",
                "-q",
                "-F",
                "none",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "UserKnownHostsFile=" + home.resolve("known_hosts"),
                "-o",
                "IdentitiesOnly=yes",
                "-i",
                key.toString(),
                "-P",
                Integer.toString(sandbox.sftp().getPort()),
                "-b",
                batch.toString(),
                sandbox.sftpUser() + "@127.0.0.1");
    }
}
