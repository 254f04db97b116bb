// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.thread.domain.service;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** A deliberate violator. */
public final class BuildsPools {
    Executor pool() {
        return Executors.newCachedThreadPool();
    }
}
