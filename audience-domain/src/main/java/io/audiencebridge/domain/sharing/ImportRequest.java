// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** Asks to import a shared audience into a recipient list, whose content is replaced. */
@HouseValue
@Value.Immutable
public interface ImportRequest {
    /** The audience. */
    AudienceRef audience();

    /** Through which connection the list is written. */
    ConnectionName into();

    /** The list's title; created if there is none. */
    String list();

    /** By which ids. */
    DataSource dataSource();

    /** Who carries the members; the bridge by default. */
    @Value.Default
    default Route route() {
        return Route.BRIDGE;
    }

    /** What to do with a key of several recipients. */
    @Value.Default
    default AmbiguityPolicy ambiguity() {
        return AmbiguityPolicy.ALL;
    }

    /** Whether an audience without members may empty the list (SEMANTICS S8). */
    @Value.Default
    default boolean allowEmpty() {
        return false;
    }

    /**
     * Whether keys whose packed forms are the same are compared in full, so that not even a chance of one in 10^22 is left; false by default. It takes ten times the memory, one
     * thread, and recipients' whole keys, which a kept copy of them does not hold, unless both sides are whole visitor ids, whose packing loses nothing. An engine that cannot do it
     * answers {@code InvalidRequest}.
     */
    @Value.Default
    default boolean proof() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds requests. */
    final class Builder extends ImmutableImportRequest.Builder {
        Builder() {}
    }
}
