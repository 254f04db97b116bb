// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/**
 * That a list is filled from a shared audience, as Campaign's console records it when it creates a list for one. Such a list belongs to the audience: at
 * every synchronisation its members are replaced, and who was added by hand goes (SEMANTICS S12). Where it is recorded is UNVERIFIED, see {@link AmcNames}.
 */
@HouseValue
@Value.Immutable
public interface ListBinding {
    /** The audience's id: the segment's in Audience Manager. */
    String audienceId();

    /** The audience's name, for people, possibly empty. */
    @Value.Default
    default String audience() {
        return "";
    }

    /** The id of the AMC data source in Campaign by which people are matched: the record's own id, not Audience Manager's. */
    String dataSource();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds bindings. */
    final class Builder extends ImmutableListBinding.Builder {
        Builder() {}
    }
}
