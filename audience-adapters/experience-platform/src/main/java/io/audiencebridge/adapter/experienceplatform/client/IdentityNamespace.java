// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A kind of identity, such as {@code ECID} or {@code Email}. */
@HouseValue
@Value.Immutable
public interface IdentityNamespace {
    /** Its code, by which it is named. */
    String code();

    /** Its number. */
    OptionalLong id();

    /** Its name. */
    @Value.Default
    default String name() {
        return "";
    }

    /** {@code Cookie}, {@code Cross_device}, {@code Device}, {@code Email}, {@code Mobile}, {@code Non_people} or {@code Phone}. */
    Optional<String> type();

    /** Whether the organisation made it. */
    @Value.Default
    default boolean custom() {
        return false;
    }

    /** Whether it is in use. */
    @Value.Default
    default boolean active() {
        return true;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds namespaces. */
    final class Builder extends ImmutableIdentityNamespace.Builder {
        Builder() {}
    }
}
