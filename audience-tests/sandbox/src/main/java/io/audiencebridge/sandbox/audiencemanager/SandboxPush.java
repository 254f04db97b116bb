// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.util.List;

/**
 * A message that was pushed.
 *
 * @param destination the destination's number
 * @param body as it was sent first
 * @param statuses the answers to it and, if that was not 200 in time, to its one repeat; 0 for none in time
 */
public record SandboxPush(long destination, String body, List<Integer> statuses) {
    private static final int TAKEN = 200;

    /** The answers cannot be changed. */
    public SandboxPush {
        statuses = List.copyOf(statuses);
    }

    /** Whether the receiver took it; if not, it is lost. */
    public boolean isTaken() {
        return statuses.contains(TAKEN);
    }
}
