// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.clock.domain.service;

/** A deliberate violator. */
public final class CountsNanoseconds {
    long ticks() {
        return System.nanoTime();
    }
}
