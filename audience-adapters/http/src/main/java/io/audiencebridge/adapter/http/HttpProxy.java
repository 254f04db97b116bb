// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.util.Optional;
import org.immutables.value.Value;

/** An HTTP proxy through which calls leave, and how to sign in to it. Calls over https pass it unread, through a tunnel. */
@HouseValue
@Value.Immutable
public interface HttpProxy {
    /** The proxy's name or address. */
    String host();

    /** The proxy's port. */
    int port();

    /** The account at the proxy, where it asks for one (Basic). */
    Optional<String> user();

    /** The account's password. */
    Optional<Secret> password();

    /** A proxy that asks for no account. */
    static HttpProxy at(String host, int port) {
        return builder().host(host).port(port).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds proxies. */
    final class Builder extends ImmutableHttpProxy.Builder {
        Builder() {}
    }
}
