// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * A workflow of the Campaign emulator, as it is at this moment.
 *
 * @param id the workflow's number
 * @param internalName its internal name
 * @param state its state: 0 being edited, 11 started, 13 paused, 20 finished; others are on their way to one of these
 * @param failed whether it stopped with an error
 * @param log its log, oldest row first
 */
public record SandboxWorkflow(String id, String internalName, int state, boolean failed, List<Line> log) {
    /** Copies the log. */
    public SandboxWorkflow {
        log = List.copyOf(log);
    }

    /**
     * A row of a log.
     *
     * @param at when it was written, on the virtual clock
     * @param activity which activity wrote it
     * @param type 0 for an error, 1 for a warning, 2 for an information
     * @param message what it says
     */
    public record Line(Instant at, String activity, int type, String message) {}

    /** What the rows say, oldest first. */
    public List<String> messages() {
        return log.stream().map(Line::message).toList();
    }
}
