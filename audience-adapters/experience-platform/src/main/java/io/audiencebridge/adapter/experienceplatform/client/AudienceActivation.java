// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** An audience that a destination exports: what the files are called, what they hold and when they are written. */
@HouseValue
@Value.Immutable
public interface AudienceActivation {
    /** The audience's id. */
    String audience();

    /** The audience's name, as it stands for {@code %SEGMENT_NAME%}; its id by default. */
    @Value.Default
    default String name() {
        return audience();
    }

    /** What it is for; nothing by default. */
    @Value.Default
    default String description() {
        return "";
    }

    /** The template of the file names; Platform's default by default. */
    @Value.Default
    default String fileNames() {
        return FileNameTemplate.DEFAULT;
    }

    /** What the exports hold; first all members, then changes, by default. */
    @Value.Default
    default ExportMode mode() {
        return ExportMode.FIRST_FULL_THEN_INCREMENTAL;
    }

    /** When; empty only where a flow holds times that this version does not know. */
    Optional<ActivationTimes> times();

    /** The id under which Platform itself keeps an external audience; ad-hoc exports want it. */
    Optional<String> systemSegmentId();

    /** Where an external audience comes from, such as {@code aamSegments}. */
    Optional<String> namespace();

    /** The times as the reader of the files wants them. */
    default ExportSchedule schedule() {
        ExportSchedule.Builder schedule = ExportSchedule.builder().mode(mode());
        times().flatMap(ActivationTimes::firstExport).ifPresent(schedule::firstExport);
        return schedule.every(
                        times().flatMap(times -> times.frequency().interval()).orElse(Duration.ofDays(1)))
                .build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds activations. */
    final class Builder extends ImmutableAudienceActivation.Builder {
        Builder() {}
    }
}
