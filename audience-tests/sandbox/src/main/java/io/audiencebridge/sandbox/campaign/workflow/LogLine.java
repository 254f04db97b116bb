// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.time.Instant;

/**
 * A row of a workflow's log.
 *
 * @param activity the activity that wrote it
 * @param type 0 for an error, 1 for a warning, 2 for an information
 */
public record LogLine(Instant at, String activity, int type, String message) {
    static final int ERROR = 0;
    static final int WARNING = 1;
    static final int INFORMATION = 2;
}
