// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.vavr.control.Option;
import java.net.SocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;

/** The keys by which the server is known. Remembers the one it refused last, since the library tells a refused key as any other lost connection. */
final class HostKeys implements ServerKeyVerifier {
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:([A-Za-z0-9+/]{43})=?");

    /** Key types are listed, so that the host of a known_hosts line is not taken for one. Marked lines (@revoked) are no keys. */
    private static final Pattern KEY = Pattern.compile(
            "(?:[^\\s@]\\S*\\s+)?(?:ssh-|ecdsa-sha2-|sk-ssh-|sk-ecdsa-)\\S+\\s+([A-Za-z0-9+/]{40,}={0,2})(?:\\s.*)?");

    private final Set<String> known;
    private volatile @Nullable String refused;

    HostKeys(List<String> keys) {
        known = keys.stream().flatMap(key -> fingerprint(key).toJavaStream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The fingerprint that a setting names; none when it is no key. */
    static Option<String> fingerprint(String setting) {
        String text = setting.strip();
        Matcher print = FINGERPRINT.matcher(text);
        if (print.matches()) {
            return Option.of("SHA256:" + print.group(1));
        }
        Matcher key = KEY.matcher(text);
        return key.matches() ? digest(key.group(1)) : Option.none();
    }

    private static Option<String> digest(String encoded) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(encoded));
            return Option.of("SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash));
        } catch (IllegalArgumentException notBase64) {
            return Option.none();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        String shown = KeyUtils.getFingerPrint(key);
        boolean isKnown = known.contains(shown);
        refused = isKnown ? null : shown;
        return isKnown;
    }

    /** The fingerprint that was refused last; none when the last one was known. */
    Option<String> refused() {
        return Option.of(refused);
    }
}
