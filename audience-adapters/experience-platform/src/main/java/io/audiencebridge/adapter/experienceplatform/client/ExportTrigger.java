// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/** What starts an export. */
public enum ExportTrigger {
    /** The clock, at {@link ActivationTimes#startTime()}. */
    SCHEDULED,

    /** The daily evaluation of the audiences, once it is done; of full exports only. */
    AFTER_SEGMENT_EVAL
}
