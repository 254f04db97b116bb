// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

/** Hears what calls do, for metrics, traces and log lines. Called on the working threads, several at once: return quickly, never throw. */
@FunctionalInterface
public interface Observer {
    /** Hears nothing. */
    Observer BLIND = (activity, within) -> Watch.NONE;

    /**
     * Something begins.
     *
     * @param activity what
     * @param within what this observer answered for the activity that it is part of; {@link Watch#NONE} where it is part of none
     */
    Watch begins(Activity activity, Watch within);
}
