// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.sftp;

import io.audiencebridge.sandbox.server.ForeignPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server with one account over a temporary folder. Its keys are fixed and come with it, since making some takes seconds on a busy machine; they are no
 * secrets. Thread-safe.
 */
public final class SftpEmulator implements ForeignPort {
    /** The account. */
    public static final String USER = "sandbox";

    /** The account's password; its characters need care in an address on purpose. */
    public static final String PASSWORD = "sandbox:p@ss/word";

    private static final String LOOPBACK = "127.0.0.1";

    private final SftpFolder folder = SftpFolder.temporary();
    private final SftpFaults faults = new SftpFaults();
    private final SshServer server = SshServer.setUpDefaultServer();

    /** A server that is not open yet. */
    public SftpEmulator() {
        KeyPair account = pair("user-key");
        server.setHost(LOOPBACK);
        server.setKeyPairProvider(KeyPairProvider.wrap(pair("host-key")));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder.root()));
        server.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, account.getPublic()));
        server.setSubsystemFactories(List.of(subsystem()));
    }

    private SftpSubsystemFactory subsystem() {
        SftpSubsystemFactory subsystem = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new LinkingAccess(faults))
                .build();
        subsystem.addSftpEventListener(faults);
        return subsystem;
    }

    /** Its files and its faults as a program sees them. */
    public SandboxSftp data() {
        return new SandboxSftp(folder, faults);
    }

    /** The account's private key, the text of an OpenSSH file. */
    public static String userKey() {
        return text("user-key");
    }

    /** The server's public key: its type and its bytes in Base64. */
    public static String hostKey() {
        return PublicKeyEntry.toString(pair("host-key").getPublic());
    }

    @Override
    public String system() {
        return "sftp";
    }

    @Override
    public void open(int number) {
        server.setPort(number);
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not open its SFTP port", e);
        }
    }

    @Override
    public URI uri() {
        return URI.create("sftp://" + LOOPBACK + ":" + server.getPort());
    }

    @Override
    public void reset() {
        faults.clear();
        folder.clear();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not close its SFTP port", e);
        } finally {
            folder.remove();
        }
    }

    private static KeyPair pair(String name) {
        try (InputStream key = open(name)) {
            return SecurityUtils.loadKeyPairIdentities(
                            null, NamedResource.ofName(name), key, FilePasswordProvider.EMPTY)
                    .iterator()
                    .next();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The sandbox's key " + name + " cannot be read", e);
        }
    }

    private static String text(String name) {
        try (InputStream key = open(name)) {
            return new String(key.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's key " + name + " cannot be read", e);
        }
    }

    private static InputStream open(String name) {
        InputStream key = SftpEmulator.class.getResourceAsStream(name);
        if (key == null) {
            throw new IllegalStateException("The sandbox's key " + name + " is not in its jar");
        }
        return key;
    }
}
