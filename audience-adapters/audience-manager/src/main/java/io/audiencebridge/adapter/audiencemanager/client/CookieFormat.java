// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How a cookie destination writes segments into a cookie. Source: Audience Manager, "Create a cookie destination". */
@HouseValue
@Value.Immutable
public interface CookieFormat {
    /** The cookie's name. */
    String cookieName();

    /** The domain it is set for. */
    Optional<String> domain();

    /** Its size at most, in bytes; 2048 by default. */
    @Value.Default
    default long maxSize() {
        return 2048;
    }

    /** Days until it ends; 30 by default. */
    @Value.Default
    default long ttlDays() {
        return 30;
    }

    /** The one key that all values stand behind; without it every segment has a key of its own. */
    Optional<String> singleKey();

    /** What stands between key and value; {@code =} by default. */
    @Value.Default
    default String keySeparator() {
        return "=";
    }

    /** What stands between two values; {@code ,} by default. */
    @Value.Default
    default String valueSeparator() {
        return ",";
    }

    /** What stands between two serialised values; not serialised if empty. */
    Optional<String> serializationSeparator();

    /** The sites it is set on; all of them if empty. */
    List<Long> siteIds();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds formats. */
    final class Builder extends ImmutableCookieFormat.Builder {
        Builder() {}
    }
}
