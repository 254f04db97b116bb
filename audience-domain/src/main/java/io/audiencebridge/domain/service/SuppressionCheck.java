// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.PersonDigester;
import io.audiencebridge.domain.member.IdSet;
import org.jspecify.annotations.Nullable;

/** Says of recipients and keys whether they are those of somebody who opted out. Makes no object a row. Not thread-safe. */
final class SuppressionCheck {
    /** Of nobody; costs nothing. */
    static final SuppressionCheck NONE = new SuppressionCheck(IdSet.EMPTY, null, null, (high, low) -> {});

    private final IdSet digests;
    private final @Nullable PersonDigester recipients;
    private final @Nullable PersonDigester keys;
    private final Learner learner;
    private boolean known;
    private long lastHigh;
    private long lastLow;
    private boolean last;

    SuppressionCheck(
            IdSet digests, @Nullable PersonDigester recipients, @Nullable PersonDigester keys, Learner learner) {
        this.digests = digests;
        this.recipients = recipients;
        this.keys = keys;
        this.learner = learner;
    }

    /** Whether the recipient opted out; asked for one after the other it is worked out once. */
    boolean recipient(long high, long low) {
        if (recipients == null) {
            return false;
        }
        if (!known || high != lastHigh || low != lastLow) {
            known = true;
            lastHigh = high;
            lastLow = low;
            last = contains(recipients, high, low);
        }
        return last;
    }

    /** Whether the key of that fingerprint, or packed so, is one of somebody who opted out. */
    boolean key(long high, long low) {
        return keys != null && contains(keys, high, low);
    }

    /** As {@link #key}; the key is remembered if {@code out} says that it is one of somebody who opted out. */
    boolean key(long high, long low, boolean out) {
        if (keys == null) {
            return out;
        }
        boolean there = contains(keys, high, low);
        if (out && !there) {
            learner.learn(keys.high(), keys.low());
        }
        return out || there;
    }

    private boolean contains(PersonDigester digester, long high, long low) {
        digester.take(high, low);
        return digests.contains(digester.high(), digester.low());
    }

    /** Hears digests of keys of people who opted out. */
    @FunctionalInterface
    interface Learner {
        void learn(long high, long low);
    }
}
