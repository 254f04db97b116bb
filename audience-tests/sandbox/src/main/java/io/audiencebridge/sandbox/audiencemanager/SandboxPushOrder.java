// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a destination is pushed to, as Adobe's people set it up. Source: audience-manager.md, section 5.7.
 *
 * @param destination its number
 * @param url where the receiver listens; plain HTTP is allowed here, and only here
 * @param keys under which messages are signed, each in a header of its own (UNVERIFIED: that two keys mean two headers); none for unsigned ones
 * @param header the name of the headers that hold signatures
 * @param clientId the account at the receiver
 * @param answerWithin how long an answer may take, in real time
 * @param signIn where and as whom it signs in by OAuth first, if it does
 */
public record SandboxPushOrder(
        long destination,
        URI url,
        List<Key> keys,
        String header,
        String clientId,
        Duration answerWithin,
        Optional<SignIn> signIn) {
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
        return new SandboxPushOrder(destination, url, List.of(), HEADER, CLIENT, ANSWER_WITHIN, Optional.empty());
    }

    /** Signed under these keys instead. */
    public SandboxPushOrder signedBy(Key... signing) {
        return new SandboxPushOrder(destination, url, List.of(signing), header, clientId, answerWithin, signIn);
    }

    /** With another header. */
    public SandboxPushOrder header(String name) {
        return new SandboxPushOrder(destination, url, keys, name, clientId, answerWithin, signIn);
    }

    /** With another time for answers, so that a test of a slow receiver need not take three seconds. */
    public SandboxPushOrder answerWithin(Duration time) {
        return new SandboxPushOrder(destination, url, keys, header, clientId, time, signIn);
    }

    /** With a token, which it asks for before the first message, and again whenever it is told to push. */
    public SandboxPushOrder signingIn(URI tokens, String client, String secret) {
        return new SandboxPushOrder(
                destination,
                url,
                keys,
                header,
                clientId,
                answerWithin,
                Optional.of(new SignIn(tokens, client, secret)));
    }

    /**
     * A sign-in by OAuth.
     *
     * @param tokens the receiver's token endpoint
     * @param client the client's id
     * @param secret the client's secret
     */
    public record SignIn(URI tokens, String client, String secret) {}

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
