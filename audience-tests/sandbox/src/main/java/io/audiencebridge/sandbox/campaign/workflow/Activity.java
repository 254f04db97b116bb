// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

/** What a workflow does each time it works. */
@FunctionalInterface
interface Activity {
    /** Does the work as at the run's time. */
    void work(Run run) throws Failure;
}
