// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a request is signed by Audience Manager. Signed are the bytes of the body of a POST, and path and query of a GET; host and headers are not. For whoever
 * has a destination that is called by GET, or reads bodies in a way of their own; a {@link PushReceiver} does this by itself. Safe for use by several threads.
 *
 * <p>Source: Audience Manager, "Digitally signed HTTP requests".
 */
public final class PushSignatures {
    /** Signatures that are looked at; UNVERIFIED: that there is one for each key while keys are replaced. More than this nobody has keys. */
    private static final int MOST_SIGNATURES = 8;

    private final Vector<Key> keys;
    private final String header;

    private PushSignatures(Vector<Key> keys, String header) {
        this.keys = keys;
        this.header = header;
    }

    /** Signatures under the keys of {@code settings}, which are copied. Left: {@code InvalidRequest} if there is no key, an empty or closed one, or no header's name. */
    public static Either<BridgeError, PushSignatures> of(PushSettings settings) {
        Vector<Violation> wrong = violations(settings);
        return wrong.isEmpty()
                ? Either.right(new PushSignatures(
                        Vector.ofAll(settings.keys()).map(PushSignatures::key), settings.signatureHeader()))
                : Either.left(new BridgeError.InvalidRequest(wrong, Incident.local()));
    }

    /** Whether a body that was posted is signed under one of the keys. */
    public boolean signed(PushRequest request, byte[] body) {
        return signed(request.headers(header), body);
    }

    /** Whether path and query of a GET are signed under one of the keys. */
    public boolean signedTarget(PushRequest request) {
        return signed(request.headers(header), request.target().getBytes(StandardCharsets.UTF_8));
    }

    /** Every signature is compared with every key, in a time that does not tell how much of it was right. */
    private boolean signed(List<String> headers, byte[] content) {
        Vector<byte[]> given = Vector.ofAll(headers)
                .take(MOST_SIGNATURES)
                .flatMap(value -> Vector.of(value.split(",", MOST_SIGNATURES + 1)))
                .take(MOST_SIGNATURES)
                .map(signature -> signature.strip().getBytes(StandardCharsets.UTF_8));
        boolean found = false;
        for (Key key : keys) {
            byte[] expected = signature(key, content);
            for (byte[] signature : given) {
                found |= MessageDigest.isEqual(expected, signature);
            }
        }
        return found;
    }

    private static byte[] signature(Key key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Base64.getEncoder().encode(mac.doFinal(content));
        } catch (GeneralSecurityException unsupported) {
            throw new IllegalStateException("This Java has no " + key.getAlgorithm(), unsupported);
        }
    }

    private static Key key(PushKey key) {
        return new SecretKeySpec(
                key.secret().reveal().getBytes(StandardCharsets.UTF_8),
                key.algorithm().standardName());
    }

    private static Vector<Violation> violations(PushSettings settings) {
        Vector<Violation> wrong = Vector.empty();
        if (settings.keys().isEmpty()) {
            wrong = wrong.append(new Violation(
                    "keys",
                    "there is none, so that anybody could push; give the key that Audience Manager signs with"));
        }
        if (settings.keys().stream().anyMatch(key -> key.secret().isEmpty())) {
            wrong = wrong.append(new Violation("keys", "one is empty; give the key that Audience Manager signs with"));
        }
        if (settings.keys().stream().anyMatch(key -> key.secret().isClosed())) {
            wrong = wrong.append(new Violation(
                    "keys", "one was closed; build the receiver with an open one, and close it afterwards"));
        }
        if (settings.signatureHeader().isBlank()) {
            wrong = wrong.append(
                    new Violation("signatureHeader", "it is blank; leave it out for " + PushSettings.SIGNATURE_HEADER));
        }
        return wrong;
    }
}
