// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

import io.audiencebridge.domain.error.BridgeError;
import java.util.Map;
import java.util.Optional;

/** What an {@link Observer} keeps of an activity until its end. */
public interface Watch {
    /** Keeps nothing. */
    Watch NONE = failure -> {};

    /** The activity is over; called once, by any thread. Empty: well, as far as its answer says. */
    void ends(Optional<BridgeError> failure);

    /** Makes the activity the one that this thread is at, such as for log lines, until the registration is closed by this thread. */
    default Call.Registration enter() {
        return () -> {};
    }

    /** Headers that go out with the request, for an exchange over HTTP that is to be followed beyond this machine; none by default. */
    default Map<String, String> headers() {
        return Map.of();
    }
}
