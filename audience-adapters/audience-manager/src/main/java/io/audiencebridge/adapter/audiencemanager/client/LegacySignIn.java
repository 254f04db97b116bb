// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import org.immutables.value.Value;

/**
 * Audience Manager's own sign-in, for customers whose account is not in Adobe's identity service: a client and a user of the company, both given by
 * Audience Manager. Can be printed: the secrets stay hidden. Source: Audience Manager, "OAuth with Audience Manager APIs".
 */
@HouseValue
@Value.Immutable
public interface LegacySignIn {
    /** Where those customers sign in. */
    URI PRODUCTION = URI.create("https://api.demdex.com");

    /** The client's name. */
    String clientId();

    /** The client's secret. */
    Secret clientSecret();

    /** The user's name. */
    String username();

    /** The user's password. */
    Secret password();

    /** Where to sign in, without a path; {@link #PRODUCTION} by default. */
    @Value.Default
    default URI uri() {
        return PRODUCTION;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds sign-ins. */
    final class Builder extends ImmutableLegacySignIn.Builder {
        Builder() {}
    }
}
