// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;

/** How pushes of Audience Manager are received. Can be printed: keys stay hidden. Source: Audience Manager, "Real-time outbound data transfers". */
@HouseValue
@Value.Immutable
public interface PushSettings {
    /** The header that holds a signature, unless another name was agreed upon. */
    String SIGNATURE_HEADER = "X-Signature";

    /** The time within which Audience Manager wants its answer. */
    Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    /**
     * The keys that are accepted, at least one unless there are {@link #clients()}. While a key is replaced both are given, in any order; a push that is signed under one of them is taken. Algorithms may
     * differ.
     */
    List<PushKey> keys();

    /**
     * As whom Audience Manager signs in by OAuth; nobody by default. With a client, a push without its token is answered with 401, and {@link PushTokens} gives the token out. With clients and
     * keys, a push needs both. While a secret is replaced the client is given twice.
     */
    List<PushClient> clients();

    /** The header that holds a signature; {@value #SIGNATURE_HEADER} by default. */
    @Value.Default
    default String signatureHeader() {
        return SIGNATURE_HEADER;
    }

    /**
     * How long the receiver takes at most, the handler included; 2.5 seconds by default, which leaves half a second of Audience Manager's three for the way. What takes
     * longer is answered with 503.
     */
    @Value.Default
    default Duration answerWithin() {
        return ANSWER_WITHIN.minusMillis(500);
    }

    /** The largest body that is read, in bytes; one MiB by default. A message has ten users at most; a larger one is answered with 413. */
    @Value.Default
    default int maxBodyBytes() {
        return 1 << 20;
    }

    /** All defaults, with these keys. */
    static PushSettings of(PushKey... keys) {
        return builder().addKeys(keys).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutablePushSettings.Builder {
        Builder() {}
    }
}
