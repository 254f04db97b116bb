// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import java.time.Duration;

/** Calls to test with. */
public final class Calls {
    private static final Duration AMPLE = Duration.ofMinutes(2);

    private Calls() {}

    /** A call with more time than a test needs. */
    public static Call ample() {
        return Call.within("contract", AMPLE, System::nanoTime, Progress.SILENT);
    }

    /** A call that was cancelled already. */
    public static Call cancelled() {
        Call call = ample();
        call.cancel();
        return call;
    }

    /** A call whose time is up. */
    public static Call overdue() {
        return Call.within("contract", Duration.ZERO, System::nanoTime, Progress.SILENT);
    }
}
