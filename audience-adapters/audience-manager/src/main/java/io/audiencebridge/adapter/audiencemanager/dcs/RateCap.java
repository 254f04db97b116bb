// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.dcs.IdDigests.Digest;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often an id is sent: Audience Manager puts ids on its deny list that it sees too often. Safe for use by several threads. Source: Audience Manager, "ID
 * monitoring and deny-listing".
 */
final class RateCap {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final IdDigests digests;
    private final InstantSource clock;
    private final Duration interval;
    private final int perMinute;
    private final Remembered<Deque<Instant>> sent;

    RateCap(IdDigests digests, InstantSource clock, Duration interval, int perMinute, int most) {
        this.digests = digests;
        this.clock = clock;
        this.interval = interval;
        this.perMinute = perMinute;
        this.sent = new Remembered<>(most);
    }

    /** None: go on, the call is counted. Some: how long to wait; nothing is counted. */
    synchronized Option<Duration> admit(Vector<SentId> ids) {
        Instant now = clock.instant();
        Vector<Digest> all = ids.map(digests::of);
        Option<Duration> wait =
                all.map(id -> wait(id, now)).filter(left -> !left.isZero()).max();
        if (wait.isEmpty()) {
            all.forEach(
                    id -> sent.computeIfAbsent(id, fresh -> new ArrayDeque<>(2)).addLast(now));
        }
        return wait;
    }

    private Duration wait(Digest id, Instant now) {
        Deque<Instant> times = sent.getOrDefault(id, new ArrayDeque<>(0));
        // a clock that was set back would hold ids for as long
        while (!times.isEmpty() && !within(times.getFirst(), now)) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            return Duration.ZERO;
        }
        Duration sinceLast = left(times.getLast().plus(interval), now);
        Duration inMinute =
                times.size() < perMinute ? Duration.ZERO : left(times.getFirst().plus(MINUTE), now);
        return sinceLast.compareTo(inMinute) > 0 ? sinceLast : inMinute;
    }

    private boolean within(Instant then, Instant now) {
        Duration span = interval.compareTo(MINUTE) > 0 ? interval : MINUTE;
        return !then.isAfter(now) && now.isBefore(then.plus(span));
    }

    private static Duration left(Instant until, Instant now) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
