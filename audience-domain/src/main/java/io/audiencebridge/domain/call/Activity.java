// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

import io.audiencebridge.domain.system.SystemId;

/** Something that takes time and that an {@link Observer} may hear of. Its names come from a small set and hold no id, but for the id of a {@link Run}. */
public sealed interface Activity {
    /**
     * What the caller asked for.
     *
     * @param name such as {@code share}
     */
    record UseCase(String name) implements Activity {}

    /**
     * Work on one run, for log lines; not for metrics, since every run has another id.
     *
     * @param id the run's
     */
    record Run(String id) implements Activity {}

    /**
     * A step of a run.
     *
     * @param kind of the run: {@code share}, {@code import}, {@code receive} or {@code sync}
     * @param name the step's, such as {@code sending members}
     */
    record Step(String kind, String name) implements Activity {}

    /**
     * One attempt at one request to a system, or to a store of files.
     *
     * @param system which one
     * @param operation what is asked for, such as {@code GET segments/{}}; no id, no name that a user gave, no query
     * @param attempt the first is 1
     */
    record Exchange(SystemId system, String operation, int attempt) implements Activity {}
}
