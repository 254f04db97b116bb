// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests under a key that nobody knows and that ends with the connection, so that memory holds no id. Safe for use by several threads. */
final class Digests {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    Digests() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Of a visitor. */
    Digest visitor(VisitorId visitor) {
        return of("visitor", visitor.text());
    }

    /** Of the place where a visitor's customer id of one namespace stands. */
    Digest place(VisitorId visitor, CustomerId id) {
        return of(
                "place",
                visitor.text(),
                id.namespace().kind().name(),
                id.namespace().code());
    }

    /** Of a customer id with its state. */
    Digest content(CustomerId id) {
        return of("content", id.id(), id.state().name());
    }

    private Digest of(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // the length keeps "ab", "c" from "a", "bc"
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                mac.update(bytes);
            }
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
            return new Digest(digest.getLong(), digest.getLong());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "This Java runtime lacks " + ALGORITHM + ", which every runtime must have", missing);
        }
    }

    /** The first half of a digest. */
    record Digest(long high, long low) {}
}
