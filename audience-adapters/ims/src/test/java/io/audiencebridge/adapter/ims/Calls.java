// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import java.time.Duration;

/** Calls of tests. */
final class Calls {
    private Calls() {}

    static Call call() {
        return call(Duration.ofSeconds(30));
    }

    static Call call(Duration limit) {
        return Call.within("c-7", limit, System::nanoTime, Progress.SILENT);
    }
}
