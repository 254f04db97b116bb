// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.sleep.adapter.campaign;

import java.util.concurrent.TimeUnit;

public final class WaitsForASystem {
    void await() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }
}
