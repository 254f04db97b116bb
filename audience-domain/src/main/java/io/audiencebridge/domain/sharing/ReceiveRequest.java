// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** Asks to bring a Platform audience, as its exports tell it, into a recipient list. The list is made equal to the audience; nobody is created who is not a recipient. */
@HouseValue
@Value.Immutable
public interface ReceiveRequest {
    /** The audience. */
    AudienceRef audience();

    /** Through which connection the list is written. */
    ConnectionName into();

    /** The list's title; created if there is none. */
    String list();

    /** By which id people are matched; its wire form is the form in which the exports hold it, which may be plain since nothing leaves. */
    ReconciliationKey key();

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

    /** Whether the first export that is seen of an audience may remove people from a list that has members: it may lack people (SEMANTICS S28). */
    @Value.Default
    default boolean trustFirstExport() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds requests. */
    final class Builder extends ImmutableReceiveRequest.Builder {
        Builder() {}
    }
}
