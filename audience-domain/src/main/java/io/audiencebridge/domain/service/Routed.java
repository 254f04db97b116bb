// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.Waiting;
import java.util.OptionalLong;

/** The recipients' keys by the route that was chosen, or until when to wait for them. */
sealed interface Routed {
    /** The run, with what was decided. */
    RunRecord record();

    /**
     * They can be read.
     *
     * @param recipients whoever takes this closes them
     * @param packed whether they are packed already
     * @param read how many rows the system sent for them; empty when it sends each as it is read
     * @param keys how many keys are looked up; 0 by other routes
     */
    record Ready(RunRecord record, CountedKeys recipients, boolean packed, OptionalLong read, long keys)
            implements Routed {}

    /** The system is at work on them. */
    record NotYet(RunRecord record, Waiting waiting) implements Routed {}
}
