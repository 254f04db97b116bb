// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import java.util.List;
import org.immutables.value.Value;

/** A whole credential, as it is used for one request for a token. */
@HouseValue
@Value.Immutable
interface SignIn {
    ImsOrgId organisation();

    String clientId();

    /** At least one. */
    List<Secret> secrets();

    List<String> scopes();

    URI uri();

    default ClientIdentity identity() {
        return new ClientIdentity(clientId(), organisation());
    }

    /** Whether {@code other} is the same credential at the same place, perhaps with other secrets or scopes. */
    default boolean isSameCredential(SignIn other) {
        return identity().equals(other.identity()) && uri().equals(other.uri());
    }

    static Builder builder() {
        return new Builder();
    }

    final class Builder extends ImmutableSignIn.Builder {
        Builder() {}
    }
}
