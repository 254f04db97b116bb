// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A customer's own id of a person, or an advertising id of a device, in a data source (CID). Case matters. Prints itself masked. Source: Audience Manager,
 * "Declared IDs".
 */
@HouseValue
@Value.Immutable
public interface DeclaredId {
    /** The data source (DPID); empty if {@link #integrationCode()} names it. */
    OptionalLong dataSource();

    /** The data source by the customer's own name; empty if {@link #dataSource()} is there. */
    Optional<IntegrationCode> integrationCode();

    /** The id (DPUUID) in its wire form: never a plain e-mail address or phone number, hashed ones in lower case. */
    @Value.Redacted
    String id();

    /** How sure it is that this is the person; unknown by default. */
    @Value.Default
    default AuthenticationState state() {
        return AuthenticationState.UNKNOWN;
    }

    /** An id in the data source with that number. */
    static DeclaredId of(long dataSource, String id) {
        return builder().dataSource(dataSource).id(id).build();
    }

    /** An id in the data source with that integration code. */
    static DeclaredId of(IntegrationCode dataSource, String id) {
        return builder().integrationCode(dataSource).id(id).build();
    }

    /** The same id in another state. */
    default DeclaredId in(AuthenticationState state) {
        return builder().from(this).state(state).build();
    }

    /** Refuses an id that lies in no data source, or in two. */
    @Value.Check
    default void check() {
        Requirement.that(
                dataSource().isPresent() != integrationCode().isPresent(),
                "a declared id lies in a data source, named by its number or by its integration code");
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds declared ids. */
    final class Builder extends ImmutableDeclaredId.Builder {
        Builder() {}
    }
}
