// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.immutables.value.Value;

/** When an activated audience is exported, in UTC. Source: Experience Platform, "Activate audiences to batch profile export destinations". */
@HouseValue
@Value.Immutable
public interface ActivationTimes {
    /** How often. */
    ExportFrequency frequency();

    /** What starts an export; the clock by default. */
    @Value.Default
    default ExportTrigger trigger() {
        return ExportTrigger.SCHEDULED;
    }

    /** The day of the first export. */
    LocalDate startDate();

    /** The day before which the last export is made, itself excluded; for ever by default. Never with {@link ExportFrequency#ONCE}. */
    Optional<LocalDate> endDate();

    /** The full hour of the first export; needed with {@link ExportTrigger#SCHEDULED}, not allowed with the other. */
    Optional<LocalTime> startTime();

    /** When the first export is due; empty when that is not the clock's affair. */
    default Optional<Instant> firstExport() {
        return startTime().map(time -> startDate().atTime(time).toInstant(ZoneOffset.UTC));
    }

    /** Every so often from that day and full hour on. */
    static ActivationTimes every(ExportFrequency frequency, LocalDate startDate, LocalTime startTime) {
        return builder()
                .frequency(frequency)
                .startDate(startDate)
                .startTime(startTime)
                .build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds times. */
    final class Builder extends ImmutableActivationTimes.Builder {
        Builder() {}
    }
}
