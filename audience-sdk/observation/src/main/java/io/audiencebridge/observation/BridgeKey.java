// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.observation;

import io.micrometer.common.docs.KeyName;
import java.util.Locale;

/** The keys of observations; each has few values, and none holds an id, an address or a name that a person gave. */
public enum BridgeKey implements KeyName {
    /** Which use case, such as {@code share}; of a request, which one: {@code GET segments/{}}. */
    OPERATION,
    /** What kind of run: {@code share}, {@code import}, {@code receive} or {@code sync}. */
    RUN_KIND,
    /** Which step, such as {@code sending-members}. */
    STEP,
    /** Which system, such as {@code campaign} or {@code s3}. */
    SYSTEM,
    /** {@code first}, or {@code repeat} for every further attempt at the same request. */
    ATTEMPT,
    /** {@code success}, or the code of the error: {@code unavailable}. */
    OUTCOME;

    @Override
    public String asString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
