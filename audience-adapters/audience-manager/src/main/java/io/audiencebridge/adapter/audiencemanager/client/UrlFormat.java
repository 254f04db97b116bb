// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** How a URL destination puts several segments into one address. Source: Audience Manager, "Create a URL destination". */
@HouseValue
@Value.Immutable
public interface UrlFormat {
    /** The address, with {@code %ALIAS%} where the segments' aliases stand. */
    String url();

    /** The address for secure pages, with {@code %ALIAS%}. */
    String secureUrl();

    /** What stands between two aliases. */
    Optional<String> delimiter();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds formats. */
    final class Builder extends ImmutableUrlFormat.Builder {
        Builder() {}
    }
}
