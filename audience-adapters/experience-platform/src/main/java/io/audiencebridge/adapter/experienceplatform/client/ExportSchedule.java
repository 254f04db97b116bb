// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When an audience is exported, which is what tells its full export from its incremental ones: neither names nor manifests do. {@code
 * AudienceActivation.schedule()} gives the schedule of an activation that Platform knows.
 */
@HouseValue
@Value.Immutable
public interface ExportSchedule {
    /** UNVERIFIED: what "after 12:00 GMT the next day" counts from; taken as the UTC day of the activation. */
    LocalTime WHOLE_FROM = LocalTime.NOON;

    /** What the exports hold; first all members, then changes, by default. */
    @Value.Default
    default ExportMode mode() {
        return ExportMode.FIRST_FULL_THEN_INCREMENTAL;
    }

    /** When the first export was due. The export within {@link #every()} after it is the full one; those before it belong to an earlier activation and are left out. */
    Optional<Instant> firstExport();

    /** The time between two exports; 3 hours by default, the shortest there is. */
    @Value.Default
    default Duration every() {
        return Duration.ofHours(3);
    }

    /**
     * Whether, where the first export's time is not known, the earliest export found is taken for the full one; false by default (SEMANTICS S6). Right only when
     * exports arrive in their order.
     */
    @Value.Default
    default boolean earliestIsFull() {
        return false;
    }

    /** When the audience was activated; without it, a first export counts as one that may lack people (SEMANTICS S28). */
    Optional<Instant> activated();

    /** Whether a full export can be told from changes at all. */
    default boolean tellsFullExports() {
        return mode() == ExportMode.DAILY_FULL_EXPORT || firstExport().isPresent() || earliestIsFull();
    }

    /**
     * What an export of that time holds; none for one of an earlier activation.
     *
     * @param earliest whether no earlier export is there
     */
    default Option<ExportKind> kind(Instant time, boolean earliest) {
        if (firstExport().filter(time::isBefore).isPresent()) {
            return Option.none();
        }
        boolean full = mode() == ExportMode.DAILY_FULL_EXPORT
                || firstExport()
                        .map(first -> time.isBefore(first.plus(every())))
                        .orElse(earliest && earliestIsFull());
        return Option.of(full ? ExportKind.FULL : ExportKind.INCREMENTAL);
    }

    /**
     * Whether a full export of that time may lack people whose data had not been filled in when it was made.
     *
     * @param earliest whether no earlier export is there
     */
    default boolean mayLackPeople(Instant time, boolean earliest) {
        return activated()
                .map(since -> time.isBefore(whole(since)))
                .orElse(mode() == ExportMode.FIRST_FULL_THEN_INCREMENTAL || earliest);
    }

    private static Instant whole(Instant activated) {
        LocalDate next = LocalDate.ofInstant(activated, ZoneOffset.UTC).plusDays(1);
        return next.atTime(WHOLE_FROM).toInstant(ZoneOffset.UTC);
    }

    /** Nothing is known but the usual mode. */
    static ExportSchedule unknown() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds schedules. */
    final class Builder extends ImmutableExportSchedule.Builder {
        Builder() {}
    }
}
