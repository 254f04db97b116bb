// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How a destination is pushed to, as Adobe's people set it up. Source: audience-manager.md, section 5.7.
 *
 * @param destination its number
 * @param url where the receiver listens; plain HTTP is allowed here, and only here
 * @param keys under which messages are signed, each in a header of its own (UNVERIFIED: that two keys mean two headers); none for unsigned ones
 * @param header the name of the headers that hold signatures
 * @param clientId the account at the receiver
 * @param answerWithin how long an answer may take, in real time
 */
public record SandboxPushOrder(
        long destination, URI url, List<Key> keys, String header, String clientId, Duration answerWithin) {
    /** As documented: a message is lost after that. */
    public static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    /** As documented: unless the receiver chooses another one. */
    public static final String HEADER = "X-Signature";

    /** The account at a receiver, unless it is told. */
    public static final String CLIENT = "4711";

    /** The keys cannot be changed. */
    public SandboxPushOrder {
        keys = List.copyOf(keys);
    }

    /** As documented, unsigned. */
    public static SandboxPushOrder to(long destination, URI url) {
        return new SandboxPushOrder(destination, url, List.of(), HEADER, CLIENT, ANSWER_WITHIN);
    }

    /** Signed under these keys instead. */
    public SandboxPushOrder signedBy(Key... signing) {
        return new SandboxPushOrder(destination, url, List.of(signing), header, clientId, answerWithin);
    }

    /** With another header. */
    public SandboxPushOrder header(String name) {
        return new SandboxPushOrder(destination, url, keys, name, clientId, answerWithin);
    }

    /** With another time for answers, so that a test of a slow receiver need not take three seconds. */
    public SandboxPushOrder answerWithin(Duration time) {
        return new SandboxPushOrder(destination, url, keys, header, clientId, time);
    }

    /**
     * A key for signatures.
     *
     * @param algorithm {@code SHA1}, {@code SHA256} or {@code MD5}
     * @param secret the key
     */
    public record Key(String algorithm, String secret) {
        /** Checks the algorithm. */
        public Key {
            if (!List.of("SHA1", "SHA256", "MD5").contains(algorithm)) {
                throw new IllegalArgumentException(
                        "Messages are signed by SHA1, SHA256 or MD5, not by '" + algorithm + "'");
            }
        }
    }
}
