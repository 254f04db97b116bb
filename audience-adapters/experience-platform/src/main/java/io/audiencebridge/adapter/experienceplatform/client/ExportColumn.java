// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** A column of the files that a destination writes. */
@HouseValue
@Value.Immutable
public interface ExportColumn {
    /** Where the value comes from, as a path of the profile's schema: {@code personalEmail.address}. */
    String source();

    /** What it is called; its source by default. In files of older destinations dots become underscores. */
    @Value.Default
    default String name() {
        return source();
    }

    /** Whether the value is an identity; false by default. */
    @Value.Default
    default boolean identity() {
        return false;
    }

    /** Whether it is the identity; false by default. */
    @Value.Default
    default boolean primaryIdentity() {
        return false;
    }

    /** The column of a path, called after it. */
    static ExportColumn of(String source) {
        return builder().source(source).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds columns. */
    final class Builder extends ImmutableExportColumn.Builder {
        Builder() {}
    }
}
