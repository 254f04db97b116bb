// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** What of a list is wanted that has no filters of its own. */
@HouseValue
@Value.Immutable
public interface SearchQuery extends ListQuery {
    /** Everything. */
    static SearchQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableSearchQuery.Builder {
        Builder() {}
    }
}
