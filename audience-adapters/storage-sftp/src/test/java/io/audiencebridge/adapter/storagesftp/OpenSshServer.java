// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.system.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** OpenSSH's own server on a free port, with keys made for the occasion, for whoever runs the test. */
final class OpenSshServer implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path home;
    private final int port;
    private final Process process;

    private OpenSshServer(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    static OpenSshServer start(Path home) throws IOException, InterruptedException {
        key(home.resolve("host"), "ecdsa");
        key(home.resolve("user"), "rsa");
        int port = freePort();
        Files.createDirectories(Path.of("/run/sshd"));
        Path rules = Files.write(
                home.resolve("sshd_config"),
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + home.resolve("host"),
                        "AuthorizedKeysFile " + home.resolve("user.pub"),
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "PermitRootLogin prohibit-password",
                        "Subsystem sftp internal-sftp"));
        Process process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", rules.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("sshd.log").toFile())
                .start();
        OpenSshServer server = new OpenSshServer(home, port, process);
        server.awaitOpen();
        return server;
    }

    private static void key(Path file, String type) throws IOException, InterruptedException {
        run(List.of("ssh-keygen", "-q", "-t", type, "-N", "", "-f", file.toString()));
    }

    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitOpen() throws IOException, InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IOException("sshd ended: " + Files.readString(home.resolve("sshd.log")), notYet);
                }
            }
        }
        throw new IOException("sshd did not open its port");
    }

    SftpSettings settings(String folder) {
        try {
            return SftpSettings.builder()
                    .host("127.0.0.1")
                    .port(port)
                    .user(System.getProperty("user.name"))
                    .password(Optional.empty())
                    .privateKey(Secret.of(Files.readString(home.resolve("user"))))
                    .addHostKeys(Files.readString(home.resolve("host.pub")))
                    .folder(folder)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
