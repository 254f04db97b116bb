// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** On which days deliveries came, and on which they should have. */
final class DeliveredDays {
    /** Source: Audience Manager, "Privacy FAQ": outbound files are kept for eight days. */
    private static final Duration KEPT = Duration.ofDays(8);

    private static final Duration DAILY = Duration.ofDays(1);

    private DeliveredDays() {}

    /** The days between the first of {@code deliveries} that is kept and a day ago without one; a delivery may be late by a day. None unless they come {@code every} day. */
    static Seq<LocalDate> missing(Seq<OutboundSet> deliveries, Duration every, Instant now) {
        if (!every.equals(DAILY)) {
            return Vector.empty();
        }
        Set<LocalDate> came = deliveries
                .map(set -> Instant.ofEpochMilli(set.stamp()))
                .filter(time -> time.isAfter(now.minus(KEPT)))
                .map(DeliveredDays::day)
                .toSet();
        return came.min()
                .map(first -> Vector.ofAll(first.datesUntil(day(now)).toList()).reject(came::contains))
                .getOrElse(Vector.empty());
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
