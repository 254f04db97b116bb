// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.adapter.experiencecloud.links.Digests.Digest;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the service was told last and still holds, as digests; what was used longest ago is forgotten for something new. Of a visitor and a namespace only the last link
 * counts: whoever signs in, out and in again is signed in by the third call, not by the first. Safe for use by several threads.
 */
final class LinkMemory {
    private static final float LOAD = 0.75f;
    private static final int FIRST_ROOM = 16;

    private final Digests digests;
    private final InstantSource clock;
    private final Map<Digest, Known> known;

    LinkMemory(Digests digests, InstantSource clock, int most) {
        this.digests = digests;
        this.clock = clock;
        this.known = new LinkedHashMap<>(FIRST_ROOM, LOAD, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Digest, Known> eldest) {
                return size() > most;
            }
        };
    }

    /** What a call would come to, if that is known. */
    synchronized Option<LinkOutcome> outcome(VisitorId visitor, CustomerId id) {
        Instant now = clock.instant();
        if (at(digests.visitor(visitor), now).isDefined()) {
            return Option.some(LinkOutcome.OPTED_OUT);
        }
        return at(digests.place(visitor, id), now)
                .filter(last -> last.content().equals(digests.content(id)))
                .map(same -> LinkOutcome.ALREADY_LINKED);
    }

    /** The service has taken the link, and need not be told again for {@code time}. */
    synchronized void linked(VisitorId visitor, CustomerId id, Duration time) {
        keep(digests.place(visitor, id), digests.content(id), time);
    }

    /** The visitor must not be followed, which need not be asked again for {@code time}. */
    synchronized void optedOut(VisitorId visitor, Duration time) {
        Digest digest = digests.visitor(visitor);
        keep(digest, digest, time);
    }

    private void keep(Digest place, Digest content, Duration time) {
        Instant now = clock.instant();
        known.put(place, new Known(content, now, now.plus(time)));
    }

    /** A clock that was set back would keep things for longer than they hold. */
    private Option<Known> at(Digest place, Instant now) {
        return Option.of(known.get(place)).filter(each -> !now.isBefore(each.since()) && now.isBefore(each.until()));
    }

    private record Known(Digest content, Instant since, Instant until) {}
}
