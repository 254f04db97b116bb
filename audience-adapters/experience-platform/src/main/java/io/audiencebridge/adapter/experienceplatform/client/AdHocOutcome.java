// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.vavr.collection.Seq;

/** What became of an ad-hoc activation. */
public sealed interface AdHocOutcome {
    /**
     * Exports were begun.
     *
     * @param runs one for each audience
     */
    record Started(Seq<AdHocRun> runs) implements AdHocOutcome {}

    /**
     * Another export of an audience is at work, by schedule or ad hoc: only one may be. Nothing was begun.
     *
     * @param audience which audience's
     * @param flow which flow's
     * @param run the run that is at work
     */
    record AlreadyRunning(String audience, String flow, String run) implements AdHocOutcome {}

    /**
     * Audiences are not activated in the flow, or outside of the dates of their schedule. Nothing was begun.
     *
     * @param audiences their names, as Platform writes them
     */
    record NotPartOfFlow(String audiences) implements AdHocOutcome {}
}
