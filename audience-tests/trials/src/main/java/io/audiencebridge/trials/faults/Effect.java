// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.io.IOException;

/** What is done to a call. */
@FunctionalInterface
interface Effect {
    /** Deals with the call to its end. */
    void on(Visit visit) throws IOException, InterruptedException;
}
