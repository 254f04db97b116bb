// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What ends by itself, how long it lives and what to do about it. Source: experience-cloud.md, section 6.2; Audience Manager, "Privacy FAQ". */
public enum Expiring {
    /** Members of an audience whose trait has a time to live. */
    MEMBERSHIP(Period.ofDays(120), "members who were not shared again leave the audience; share the list again before"),
    /** Visitors' profiles without activity. */
    VISITOR_PROFILE(
            Period.ofDays(120),
            "visitors without activity are forgotten by Audience Manager; share the list again before"),
    /** Which ids are one person's. */
    ID_MAPPING(
            Period.ofDays(120),
            "ids that were not seen again are no longer known as one person's; synchronise them again before"),
    /** Profiles by declared id. */
    DECLARED_PROFILE(Period.ofMonths(24), "profiles by declared id end, unless the data source says otherwise"),
    /** The raw logs from which Audience Manager can tell what happened. */
    RAW_LOGS(Period.ofDays(60), "until then Audience Manager's logs can tell what became of the rows; ask before"),
    /** Inbound files in the bucket. */
    INBOUND_FILE(Period.ofDays(30), "the files are removed from the bucket"),
    /** Outbound files on Audience Manager's server. */
    OUTBOUND_FILE(Period.ofDays(8), "the delivery is removed; a run that has not read it by then needs the next one"),
    /** Platform's records of people who left an audience. */
    PLATFORM_EXIT(Period.ofDays(30), "exits that no export told by then are not told any more; receive before");

    private final Period life;
    private final String meaning;

    Expiring(Period life, String meaning) {
        this.life = life;
        this.meaning = meaning;
    }

    /** What it means for people, and what to do, in one sentence that begins in lower case. */
    public String meaning() {
        return meaning;
    }

    /** When it ends if it began, or was seen last, at {@code start}, by the documented time. */
    public Expiry from(Instant start) {
        return new Expiry(this, start.atOffset(ZoneOffset.UTC).plus(life).toInstant());
    }

    /**
     * When members who took a trait at {@code hit} lose it. Whole days in UTC are counted from the end of the day of the hit, so that one day means 25 to 48 hours.
     *
     * @param timeToLive whole days; more than none, since none means for ever
     */
    public static Expiry membership(Instant hit, Duration timeToLive) {
        Instant endOfDay = hit.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return new Expiry(MEMBERSHIP, endOfDay.plus(timeToLive));
    }
}
