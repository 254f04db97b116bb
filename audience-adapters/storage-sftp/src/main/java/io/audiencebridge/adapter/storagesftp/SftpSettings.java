// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A folder of an SFTP server through which files are handed over, and how to sign in to it. Give a password, a private key, or both. */
@HouseValue
@Value.Immutable
public interface SftpSettings extends ExchangeSettings {
    /** The server's name or address. */
    String host();

    /** The server's port; 22 by default. */
    @Value.Default
    default int port() {
        return 22;
    }

    /** The account's name. */
    String user();

    /** The account's password. */
    Optional<Secret> password();

    /** The account's private key as the text of its file: OpenSSH, PEM or PKCS 8. */
    Optional<Secret> privateKey();

    /** What opens the private key, if it is locked. */
    Optional<Secret> passphrase();

    /**
     * The server's keys, at least one; a server that shows another one is refused, and the error says the fingerprint it showed. Each is a line of a
     * {@code known_hosts} file, the text of a public key ({@code ssh-ed25519 AAAA...}), or a fingerprint ({@code SHA256:...}).
     */
    List<String> hostKeys();

    /** The folder under which all names are, without a slash at its end; empty, the default, is the account's home. */
    @Value.Default
    default String folder() {
        return "";
    }

    /** Time to open a connection and to agree on keys; 30 seconds by default. */
    @Value.Default
    default Duration connectTimeout() {
        return Duration.ofSeconds(30);
    }

    /** Time to sign in; 60 seconds by default. */
    @Value.Default
    default Duration signInTimeout() {
        return Duration.ofSeconds(60);
    }

    /** Longest silence of the server; 60 seconds by default. */
    @Value.Default
    default Duration readTimeout() {
        return Duration.ofSeconds(60);
    }

    /** Bytes that are read or written at once: an open file takes that much memory, and a line that is lost costs no more; 1 MiB by default, 32 KiB at least. */
    @Value.Default
    default int blockBytes() {
        return 1 << 20;
    }

    /** Requests under way at once; others wait. 4 by default; servers seldom allow more than 10. */
    @Value.Default
    default int channels() {
        return 4;
    }

    /** Attempts at one step when the line is lost, the first included; 4 by default, 1 switches retries off. */
    @Value.Default
    default int maxAttempts() {
        return 4;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableSftpSettings.Builder {
        Builder() {}
    }
}
