// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.LocalDate;

/** Something that happened to a run and that somebody may want to hear of. */
public sealed interface SharingEvent {
    /** The run as it is now. */
    Receipt receipt();

    /**
     * What the run waits for should long have come. Told once a run; the run goes on waiting.
     *
     * @param receipt the run, with what it waits for
     * @param window when it should have come
     */
    record Late(Receipt receipt, FreshnessWindow window) implements SharingEvent {}

    /**
     * A leg of the run's way should have been passed by now. Told once a run and leg, by whoever looks at the run's timeline.
     *
     * @param receipt the run
     * @param leg which one, with its window
     */
    record LegLate(Receipt receipt, TimelineLeg leg) implements SharingEvent {}

    /**
     * A leg of the run's way will not be passed by waiting. Told once a run and leg, by whoever looks at the run's timeline.
     *
     * @param receipt the run
     * @param leg which one, with the reason
     */
    record LegStuck(Receipt receipt, TimelineLeg leg) implements SharingEvent {}

    /**
     * A source that delivers daily did not deliver on a day. Told once a run and day.
     *
     * @param receipt the run that reads the source
     * @param day which day, in UTC
     */
    record DayMissing(Receipt receipt, LocalDate day) implements SharingEvent {}
}
