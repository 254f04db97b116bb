// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import java.io.IOException;

/** How a healthy sharing is broken: by the sandbox's control API alone. */
@FunctionalInterface
interface Break {
    /** Does no harm. */
    Break NONE = control -> {};

    /** Breaks it. */
    void on(Control control) throws IOException, InterruptedException;

    /** This one, and then another. */
    default Break and(Break other) {
        return control -> {
            on(control);
            other.on(control);
        };
    }
}
