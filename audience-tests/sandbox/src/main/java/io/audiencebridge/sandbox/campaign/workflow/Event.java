// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

/**
 * What comes with a command.
 *
 * @param activity the activity that an event is posted to; empty for other commands
 * @param variables what the workflow is started with or an event brings
 * @param complete whether an activity that waits for an event is done after this one
 */
public record Event(String activity, Database.Variables variables, boolean complete) {
    /** A command with nothing but variables. */
    public static Event of(Database.Variables variables) {
        return new Event("", variables, false);
    }
}
