// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a place holds of an OAuth server-to-server credential: all of it, a part, or nothing. Can be printed: secrets stay hidden. */
@HouseValue
@Value.Immutable
public interface ImsCredential {
    /** The organisation that owns the credential. */
    Optional<ImsOrgId> organisation();

    /** The client id, which is the API key of product calls too. */
    Optional<String> clientId();

    /** The secrets, of which two can be valid at a time while one replaces the other; tried in this order. */
    List<Secret> clientSecrets();

    /** What tokens are for; empty where the place does not say. */
    List<String> scopes();

    /** Where to sign in; empty where the place does not say. */
    Optional<URI> uri();

    /** A place that holds nothing. */
    static ImsCredential none() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds credentials. */
    final class Builder extends ImmutableImsCredential.Builder {
        Builder() {}
    }
}
