// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import org.immutables.value.Value;

/** Platform's limits, checked before a call is made. Source: Experience Platform, "Guardrails for activation". */
@HouseValue
@Value.Immutable
public interface PlatformGuardrails {
    /** Audiences of one destination; 250 by default. */
    @Value.Default
    default int audiencesPerDestination() {
        return 250;
    }

    /** Columns of one destination; 50 by default. */
    @Value.Default
    default int columnsPerDestination() {
        return 50;
    }

    /** Destinations of one sandbox; 100 by default. */
    @Value.Default
    default int destinationsPerSandbox() {
        return 100;
    }

    /** Audiences of one destination that are exported in the same hour; 100 by default. */
    @Value.Default
    default int audiencesPerHour() {
        return 100;
    }

    /** Rows of one file; 5,000,000 by default. */
    @Value.Default
    default int rowsPerFile() {
        return 5_000_000;
    }

    /** Audiences of one ad-hoc activation; 80 by default. */
    @Value.Default
    default int adHocAudiences() {
        return 80;
    }

    /** How long after an audience's first activation an ad-hoc one may follow; one hour by default. */
    @Value.Default
    default Duration adHocAfter() {
        return Duration.ofHours(1);
    }

    /** The shortest time between two exports of an audience; 3 hours by default. */
    @Value.Default
    default Duration shortestInterval() {
        return Duration.ofHours(3);
    }

    /** Audiences of one Campaign instance over all Managed Cloud Services destinations; 25 by default, as its option {@code NmsCdp_Aep_Audience_List_Limit} says. */
    @Value.Default
    default int managedAudiences() {
        return 25;
    }

    /** Fields of one audience for Managed Cloud Services; 20 by default, as the option {@code NmsCdp_Aep_Destinations_Max_Columns} says. */
    @Value.Default
    default int managedFields() {
        return 20;
    }

    /** Characters of a file name of Managed Cloud Services; 255 by default. */
    @Value.Default
    default int managedFileName() {
        return 255;
    }

    /** As documented. */
    static PlatformGuardrails standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds guardrails. */
    final class Builder extends ImmutablePlatformGuardrails.Builder {
        Builder() {}
    }
}
