// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A profile merge rule, as its page in Audience Manager shows it. No API tells what a rule does, so whoever shares by declared id describes it here
 * (SEMANTICS S21). Source: Audience Manager, "Profile merge rule options defined".
 */
@HouseValue
@Value.Immutable
public interface MergeRule {
    /** The data source that stands for the rule, as segments name it. */
    long dataSourceId();

    /** Which profiles of persons it reads. */
    Authentication authentication();

    /** The data sources of ids of persons whose profiles it reads; of no meaning for a rule that reads none or all. */
    Set<Long> dataSources();

    /** A rule that reads the profiles of whoever signed in last, of these data sources: what Campaign's declared ids need. */
    static MergeRule lastAuthenticated(long dataSourceId, long... dataSources) {
        return builder()
                .dataSourceId(dataSourceId)
                .authentication(Authentication.LAST_AUTHENTICATED)
                .addDataSources(dataSources)
                .build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    final class Builder extends ImmutableMergeRule.Builder {
        Builder() {}
    }

    /** Which profiles of persons a rule reads. */
    enum Authentication {
        /** No Cross-Device Profile: those of devices alone. */
        NO_CROSS_DEVICE,
        /** Current Authenticated Profiles: of whoever is signed in at the moment, in real time only. */
        CURRENT_AUTHENTICATED,
        /** Last Authenticated Profiles: of whoever signed in last. */
        LAST_AUTHENTICATED,
        /** All Cross-Device Profiles: of everybody, in batch only. */
        ALL_CROSS_DEVICE
    }
}
