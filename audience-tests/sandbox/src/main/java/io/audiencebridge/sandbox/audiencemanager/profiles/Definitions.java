// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What the company defined, as far as it decides about profiles. Guarded by the company's lock. */
public interface Definitions {
    /** The time, or while a run is caught up on, the one at which it fell due. */
    Instant now();

    /** A data source of the company, merge rules not among them. */
    Optional<DataSource> dataSource(long id);

    /** A trait. */
    Optional<Trait> trait(long sid);

    /** All traits by number. */
    Stream<Trait> traits();

    /** A segment. */
    Optional<Segment> segment(long sid);

    /** All segments by number. */
    Stream<Segment> segments();

    /** The merge rule behind a number; empty if there is none of that number or it is an ordinary data source. */
    Optional<MergeRule> mergeRule(long dataSource);
}
