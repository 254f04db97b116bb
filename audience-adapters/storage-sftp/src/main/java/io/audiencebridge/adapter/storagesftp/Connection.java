// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.system.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;

/** How a connection comes about: the client's rules, the server's key, the account. */
final class Connection {
    /** Methods that need nobody at a keyboard. */
    private static final List<UserAuthFactory> METHODS =
            List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE);

    private Connection() {}

    /** A client that follows the settings alone: no configuration, no keys and no known hosts of the machine's user. */
    static SshClient client(SftpSettings settings, HostKeys hostKeys) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(hostKeys);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(METHODS);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, settings.connectTimeout());
        CoreModuleProperties.AUTH_TIMEOUT.set(client, settings.signInTimeout());
        CoreModuleProperties.IDLE_TIMEOUT.set(client, settings.readTimeout());
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, settings.readTimeout());
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, settings.readTimeout());
        client.start();
        return client;
    }

    /** A connection that is signed in. */
    static ClientSession open(SshClient client, SftpSettings settings, Attempt attempt) throws IOException {
        ConnectFuture connecting = client.connect(settings.user(), settings.host(), settings.port());
        Call.Registration giving = attempt.call().onCancel(connecting::cancel);
        try {
            connecting.verify(attempt.within(settings.connectTimeout()));
        } finally {
            giving.close();
        }
        ClientSession session = connecting.getSession();
        Call.Registration ending = attempt.call().onCancel(() -> session.close(true));
        try {
            return signIn(session, settings, attempt);
        } catch (IOException | RuntimeException refused) {
            session.close(true);
            throw refused instanceof IOException told ? told : new IOException(refused);
        } finally {
            ending.close();
        }
    }

    private static ClientSession signIn(ClientSession session, SftpSettings settings, Attempt attempt)
            throws IOException {
        settings.password().map(Secret::reveal).ifPresent(session::addPasswordIdentity);
        if (settings.privateKey().isPresent()) {
            keys(settings).forEach(session::addPublicKeyIdentity);
        }
        session.auth().verify(attempt.within(settings.signInTimeout()));
        return session;
    }

    private static List<KeyPair> keys(SftpSettings settings) throws IOException {
        try {
            return UserKeys.read(settings);
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(
                    "The private key cannot be read with " + SecurityUtils.class.getSimpleName(), unreadable);
        }
    }

    /** The server showed a key that nobody vouched for. */
    static final class HostKeyRefused extends IOException {
        private static final long serialVersionUID = 1L;

        private final String fingerprint;

        HostKeyRefused(String fingerprint, IOException cause) {
            super("Unknown host key " + fingerprint, cause);
            this.fingerprint = fingerprint;
        }

        String fingerprint() {
            return fingerprint;
        }
    }
}
