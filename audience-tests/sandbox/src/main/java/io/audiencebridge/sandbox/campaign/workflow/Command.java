// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

/** What a caller asks of a workflow. */
public enum Command {
    START,
    STOP,
    KILL,
    PAUSE,
    RESUME,
    RESTART,
    WAKE_UP,
    EVENT,
    SIMULATE
}
