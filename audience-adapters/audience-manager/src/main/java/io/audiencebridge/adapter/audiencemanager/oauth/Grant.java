// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.oauth;

import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * What a sign-in brought.
 *
 * @param token the access token
 * @param asked when it was asked for
 * @param refresh brings the next one without a password; only some companies get one
 */
record Grant(AccessToken token, Instant asked, Option<Secret> refresh) {
    /** A token is replaced when four fifths of its life are over. */
    private static final int LIFE = 5;

    private static final int USED = 4;

    /** A call that begins with a token must be able to end with it. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    boolean isUsable(Instant now) {
        Duration margin = life().dividedBy(LIFE).compareTo(MARGIN) < 0 ? life().dividedBy(LIFE) : MARGIN;
        return now.isBefore(token.expires().minus(margin));
    }

    boolean isDueForReplacement(Instant now) {
        return !now.isBefore(asked.plus(life().multipliedBy(USED).dividedBy(LIFE)));
    }

    private Duration life() {
        return Duration.between(asked, token.expires());
    }
}
