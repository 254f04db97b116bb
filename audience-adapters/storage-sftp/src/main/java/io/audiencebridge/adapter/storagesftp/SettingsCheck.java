// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import java.time.Duration;

/** What is wrong with settings before a byte is sent. */
final class SettingsCheck {
    private static final int MIN_BLOCK_BYTES = 32 << 10;
    private static final int MAX_PORT = 65_535;

    private SettingsCheck() {}

    static Vector<Violation> violations(SftpSettings settings) {
        return Vector.of(
                        server(settings),
                        account(settings),
                        hostKeys(settings),
                        limits(settings),
                        time("connectTimeout", settings.connectTimeout()),
                        time("signInTimeout", settings.signInTimeout()),
                        time("readTimeout", settings.readTimeout()))
                .flatMap(violations -> violations);
    }

    private static Vector<Violation> server(SftpSettings settings) {
        return unless(
                        !settings.host().isBlank() && settings.host().indexOf('/') < 0,
                        "host",
                        "'" + settings.host() + "' is no server; give its name alone, such as sftp.example.com")
                .appendAll(unless(
                        settings.port() > 0 && settings.port() <= MAX_PORT,
                        "port",
                        settings.port() + " is no port; use 22 unless the server's owner says otherwise"))
                .appendAll(unless(
                        RemoteNames.isFolder(settings.folder()),
                        "folder",
                        "'" + settings.folder() + "' is no folder; leave out '..' and the slash at its end"));
    }

    private static Vector<Violation> account(SftpSettings settings) {
        boolean keyed = settings.password().isPresent() || settings.privateKey().isPresent();
        return unless(!settings.user().isBlank(), "user", "must name the account")
                .appendAll(unless(keyed, "password", "give a password or a private key"))
                .appendAll(
                        settings.privateKey().isPresent()
                                ? UserKeys.check(settings)
                                        .map(why -> new Violation("privateKey", why))
                                        .toVector()
                                : unless(
                                        settings.passphrase().isEmpty(),
                                        "passphrase",
                                        "opens nothing; give the private key"));
    }

    private static Vector<Violation> hostKeys(SftpSettings settings) {
        if (settings.hostKeys().isEmpty()) {
            return unless(
                    false,
                    "hostKeys",
                    "must hold the server's key; ask the server's owner for it, and compare with 'ssh-keyscan "
                            + settings.host() + "'");
        }
        return Vector.ofAll(settings.hostKeys())
                .zipWithIndex()
                .filter(key -> HostKeys.fingerprint(key._1()).isEmpty())
                .map(key -> new Violation(
                        "hostKeys",
                        "entry " + (key._2() + 1)
                                + " is no key; use a line of known_hosts, a public key or a fingerprint that"
                                + " begins with SHA256:"));
    }

    private static Vector<Violation> limits(SftpSettings settings) {
        return unless(
                        settings.blockBytes() >= MIN_BLOCK_BYTES,
                        "blockBytes",
                        settings.blockBytes() + " is too small; use " + MIN_BLOCK_BYTES + " or more")
                .appendAll(unless(
                        settings.channels() > 0, "channels", settings.channels() + " is too small; use 1 or more"))
                .appendAll(unless(
                        settings.maxAttempts() > 0,
                        "maxAttempts",
                        settings.maxAttempts() + " is too small; use 1 or more"));
    }

    private static Vector<Violation> time(String subject, Duration length) {
        return unless(!length.isNegative() && !length.isZero(), subject, length + " is too short; use 30 to 60 s");
    }

    private static Vector<Violation> unless(boolean sound, String subject, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation(subject, message));
    }
}
