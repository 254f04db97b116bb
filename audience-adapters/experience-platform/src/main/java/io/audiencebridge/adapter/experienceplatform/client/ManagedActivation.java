// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import org.immutables.value.Value;

/** An audience that is to be activated for Adobe Campaign Managed Cloud Services. */
@HouseValue
@Value.Immutable
public interface ManagedActivation {
    /** The destination's name. */
    String destination();

    /** The audience's id. */
    String audience();

    /** The audience's name. */
    String name();

    /** The template of the file names; Platform's default by default. */
    @Value.Default
    default String fileNames() {
        return FileNameTemplate.DEFAULT;
    }

    /** What recipients are told by, one of {@link ManagedCloudServices#TARGET_IDENTITIES}; {@code external_id} by default. */
    @Value.Default
    default String targetIdentity() {
        return "external_id";
    }

    /** Fields that are mapped. */
    int fields();

    /** The time between two exports; 3 hours by default. */
    @Value.Default
    default Duration interval() {
        return Duration.ofHours(3);
    }

    /** Audiences that the Campaign instance has already, over all destinations; none by default. */
    @Value.Default
    default int audiences() {
        return 0;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds activations. */
    final class Builder extends ImmutableManagedActivation.Builder {
        Builder() {}
    }
}
