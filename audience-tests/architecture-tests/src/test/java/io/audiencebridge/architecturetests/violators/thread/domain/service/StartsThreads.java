// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.thread.domain.service;

/** A deliberate violator. */
public final class StartsThreads {
    void start(Runnable work) {
        new Thread(work).start();
    }
}
