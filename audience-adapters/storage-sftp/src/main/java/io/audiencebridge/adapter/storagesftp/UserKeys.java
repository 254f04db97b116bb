// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/** Reads the account's private key. */
final class UserKeys {
    private UserKeys() {}

    /** What is wrong with the private key, in words that show nothing of it. */
    static Option<String> check(SftpSettings settings) {
        try {
            return read(settings).isEmpty() ? Option.of("is no private key; give the text of its file") : Option.none();
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return Option.of(
                    "cannot be read; give the whole text of an OpenSSH, PEM or PKCS 8 file, and the passphrase if it"
                            + " is locked");
        }
    }

    static List<KeyPair> read(SftpSettings settings) throws IOException, GeneralSecurityException {
        String text = settings.privateKey().map(Secret::reveal).orElse("");
        @Nullable
        Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                null,
                NamedResource.ofName("the private key of the settings"),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                opener(settings));
        return pairs == null ? List.of() : listed(pairs);
    }

    private static List<KeyPair> listed(Iterable<KeyPair> pairs) {
        return io.vavr.collection.List.ofAll(pairs).toJavaList();
    }

    private static FilePasswordProvider opener(SftpSettings settings) {
        return settings.passphrase()
                .map(Secret::reveal)
                .map(FilePasswordProvider::of)
                .orElse(FilePasswordProvider.EMPTY);
    }
}
