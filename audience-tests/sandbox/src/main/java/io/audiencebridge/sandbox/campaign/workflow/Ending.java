// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

/** How a workflow ends that only a test knows. */
public enum Ending {
    /** It finishes. */
    FINISHES,

    /** It waits for an event that completes it. */
    WAITS,

    /** It stops with an error. */
    FAILS
}
