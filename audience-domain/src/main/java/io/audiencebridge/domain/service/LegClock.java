// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.sharing.TimelineLeg.State;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the legs of one run are told by.
 *
 * @param record the run
 * @param policy how long legs may take
 * @param now when it is looked at
 */
record LegClock(RunRecord record, FreshnessPolicy policy, Instant now) {
    /** A leg that was passed. */
    TimelineLeg passed(String name, String title, Optional<Instant> seen, String told, String source) {
        return leg(name, title, told, source).state(State.PASSED).seen(seen).build();
    }

    /** A leg under way that has a window, and is late once the window says so. */
    TimelineLeg due(String name, String title, FreshnessWindow window, String told, String source) {
        return leg(name, title, told, source)
                .state(window.isLate(now) ? State.LATE : State.UNDER_WAY)
                .window(window)
                .build();
    }

    /** A leg that stands without a window. */
    TimelineLeg standing(String name, String title, State state, String told, String source) {
        return leg(name, title, told, source).state(state).build();
    }

    /** The same leg with the window in which it was, or is, due. */
    static TimelineLeg within(FreshnessWindow window, TimelineLeg leg) {
        return TimelineLeg.builder().from(leg).window(window).build();
    }

    /** The legs in their order: behind one that is not passed, those of which nothing was seen are ahead, and not late by themselves. */
    static Seq<TimelineLeg> inOrder(Seq<TimelineLeg> legs) {
        boolean open = false;
        Vector<TimelineLeg> all = Vector.empty();
        for (TimelineLeg leg : legs) {
            boolean waits = leg.state() == State.UNDER_WAY || leg.state() == State.LATE || leg.state() == State.UNSEEN;
            all = all.append(
                    open && waits
                            ? TimelineLeg.builder().from(leg).state(State.AHEAD).build()
                            : leg);
            open |= leg.state() != State.PASSED && leg.state() != State.UNSEEN;
        }
        return all;
    }

    /** Whether the run will not go on by itself. */
    boolean isStuck() {
        RunState state = record.state();
        return state == RunState.FAILED || state == RunState.CANCELLED || state == RunState.REFUSED;
    }

    /** How a leg stands that the run itself has to pass. */
    State ofRun() {
        return isStuck() ? State.STUCK : State.UNDER_WAY;
    }

    /** Why the run stands, waits or stopped; possibly empty. */
    String because() {
        if (record.waiting().isPresent()) {
            return record.waiting().get().because();
        }
        List<String> notices = NoticeFacts.read(record.facts());
        String last = notices.isEmpty() ? "" : notices.get(notices.size() - 1);
        return switch (record.state()) {
            case FAILED -> last.isEmpty() ? "The run failed; resume it" : last;
            case CANCELLED -> "The run was cancelled; resume it";
            case REFUSED -> last.isEmpty() ? "The request could not be carried out as it stood" : last;
            default -> "";
        };
    }

    TimelineLeg planned() {
        return passed("planned", "The request was taken on", Optional.of(record.started()), "", "");
    }

    Optional<Instant> time(String fact) {
        return Optional.ofNullable(record.facts().get(fact)).map(Instant::parse);
    }

    private static TimelineLeg.Builder leg(String name, String title, String told, String source) {
        TimelineLeg.Builder leg = TimelineLeg.builder();
        leg.name(name).title(title).told(told).source(source);
        return leg;
    }
}
