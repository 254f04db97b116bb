// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.spi.engine.AccessToken;
import java.time.Duration;
import java.time.Instant;

/**
 * A token while it is kept.
 *
 * @param token the token
 * @param replaceFrom from when on somebody should ask for the next one
 * @param usableUntil from when on it is not handed out any more
 */
record HeldToken(AccessToken token, Instant replaceFrom, Instant usableUntil) {
    /** A call that begins with a token must be able to end with it; clocks differ, too. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final int SHARE_AHEAD = 10;
    private static final int SHARE_MARGIN = 20;

    /** A token that came at {@code now}; a short life shortens what lies ahead of its end. */
    static HeldToken of(AccessToken token, Instant now, Duration ahead) {
        Duration life = Duration.between(now, token.expires());
        Instant usableUntil = token.expires().minus(shorter(MARGIN, life.dividedBy(SHARE_MARGIN)));
        Instant replaceFrom = token.expires().minus(shorter(ahead, life.dividedBy(SHARE_AHEAD)));
        return new HeldToken(token, replaceFrom, usableUntil);
    }

    boolean isUsable(Instant now) {
        return now.isBefore(usableUntil);
    }

    boolean isDueForReplacement(Instant now) {
        return !now.isBefore(replaceFrom);
    }

    /** The same token, left in peace until {@code later}. */
    HeldToken replacedNotBefore(Instant later) {
        return new HeldToken(token, later, usableUntil);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
