// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.call.Call;
import java.time.Duration;

/** Does something again and again beside those who work. Safe for use by several threads. */
@FunctionalInterface
public interface Pulse {
    /** Does nothing, ever. */
    Pulse NONE = (every, beat) -> () -> {};

    /** Runs {@code beat} after each {@code every} of real time until the registration is closed; one that is running then may still end. A beat does not throw. */
    Call.Registration start(Duration every, Runnable beat);
}
