// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Progress;

/** Remembers the last news and passes it on. */
final class LastProgress implements Progress {
    private final Progress listener;
    private volatile RunProgress last = RunProgress.PLANNED;

    LastProgress(Progress listener) {
        this.listener = listener;
    }

    @Override
    public void moved(String step, long done, long total) {
        last = new RunProgress(step, done, total);
        listener.moved(step, done, total);
    }

    RunProgress now() {
        return last;
    }
}
