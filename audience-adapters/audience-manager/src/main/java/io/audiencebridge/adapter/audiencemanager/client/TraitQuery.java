// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which traits are wanted. */
@HouseValue
@Value.Immutable
public interface TraitQuery extends ListQuery {
    /** Only in that folder. */
    OptionalLong folderId();

    /** Only of these data sources; of all if empty. */
    List<Long> dataSourceIds();

    /** Only of that type, such as {@link TraitDraft#ONBOARDED}. */
    Optional<String> type();

    /** Only with that integration code. */
    Optional<String> integrationCode();

    /** Whether devices are counted, which takes longer; false by default. */
    @Value.Default
    default boolean population() {
        return false;
    }

    /** All traits. */
    static TraitQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableTraitQuery.Builder {
        Builder() {}
    }
}
