// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks for a page of lists. */
@HouseValue
@Value.Immutable
public interface ListQuery {
    /** Only lists of this folder, by its id or internal name; of all folders if empty. */
    Optional<String> folder();

    /** Whether the folders below {@link #folder()} count, too; false by default. */
    @Value.Default
    default boolean subfolders() {
        return false;
    }

    /** Text that the label must contain, case ignored. */
    Optional<String> search();

    /** Whether lists that wait for the clean-up are shown, too; false by default. Those whose time is over always are, see {@link CampaignList#state()}. */
    @Value.Default
    default boolean deleted() {
        return false;
    }

    /** Whether every list's size is counted, at one call a list; false by default. */
    @Value.Default
    default boolean sizes() {
        return false;
    }

    /** Where the page before said it goes on; empty for the first page. */
    Optional<String> page();

    /** Lists a page, at most, from 1 to 1,000; 50 by default. */
    @Value.Default
    default int pageSize() {
        return 50;
    }

    /** Every list. */
    static ListQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableListQuery.Builder {
        Builder() {}
    }
}
