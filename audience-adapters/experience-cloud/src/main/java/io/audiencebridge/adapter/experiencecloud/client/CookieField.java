// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One field of an AMCV cookie. Prints its value masked. */
@HouseValue
@Value.Immutable
public interface CookieField {
    /** Which, such as {@code MCMID}. */
    String name();

    /** When it ends, to the second; empty if it stays. */
    Optional<Instant> expires();

    /** Whether it ends with the browser's session, too. */
    @Value.Default
    default boolean endsWithSession() {
        return false;
    }

    /** What it holds. */
    @Value.Redacted
    String value();

    /** Whether it is over: its time has come, or it ends with the session and that is over. A region or blob that is over is stale and still of use. */
    default boolean isOver(Instant now, boolean sessionLives) {
        boolean late = expires().map(end -> !now.isBefore(end)).orElse(false);
        return late || (endsWithSession() && !sessionLives);
    }

    /** A field that stays. */
    static CookieField of(String name, String value) {
        return builder().name(name).value(value).build();
    }

    /** A field that ends. */
    static CookieField until(Instant end, String name, String value) {
        return builder().name(name).value(value).expires(end).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds fields. */
    final class Builder extends ImmutableCookieField.Builder {
        Builder() {}
    }
}
