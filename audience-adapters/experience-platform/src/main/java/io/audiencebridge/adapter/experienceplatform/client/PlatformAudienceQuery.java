// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Which audiences are listed, newest change first by default. */
@HouseValue
@Value.Immutable
public interface PlatformAudienceQuery {
    /** Text that the name contains, case ignored. */
    Optional<String> name();

    /** Text that the description contains, case ignored. */
    Optional<String> description();

    /** {@code audience} or another kind of entity; empty for all. */
    Optional<String> entityType();

    /** A filter of any member, such as {@code audienceId==123}. */
    Optional<String> property();

    /** The order; {@code updateTime:desc} by default. */
    @Value.Default
    default String sort() {
        return "updateTime:desc";
    }

    /** All of them. */
    static PlatformAudienceQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutablePlatformAudienceQuery.Builder {
        Builder() {}
    }
}
