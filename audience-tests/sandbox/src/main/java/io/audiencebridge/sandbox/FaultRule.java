// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault: which requests, which of them, and what happens. The first rule of a plan that fires decides.
 *
 * @param match which requests are counted
 * @param after how many of them pass unharmed first
 * @param times how many of the following ones are harmed; {@link #ALWAYS} means all until the faults are cleared
 * @param effect what happens to them
 */
public record FaultRule(FaultMatch match, int after, int times, FaultEffect effect) {
    /** A value of {@code times} that never runs out. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** Checks the counts. */
    public FaultRule {
        if (after < 0 || times < 1) {
            throw new IllegalArgumentException(
                    "A fault needs after >= 0 and times >= 1, but got after=" + after + ", times=" + times);
        }
        if (effect instanceof FaultEffect.Refuse && times != ALWAYS) {
            throw new IllegalArgumentException("A refused connection brings no request that could be counted:"
                    + " leave out times and say how long with 'for', or clear the faults");
        }
    }

    /** Harms every request of one emulator. */
    public static FaultRule always(String system, FaultEffect effect) {
        return new FaultRule(FaultMatch.system(system), 0, ALWAYS, effect);
    }

    /** Harms the next matching request only. */
    public static FaultRule once(FaultMatch match, FaultEffect effect) {
        return new FaultRule(match, 0, 1, effect);
    }

    /** Shuts an emulator's port for some real time. */
    public static FaultRule refuse(String system, Duration lasting) {
        return always(system, new FaultEffect.Refuse(Optional.of(lasting)));
    }
}
