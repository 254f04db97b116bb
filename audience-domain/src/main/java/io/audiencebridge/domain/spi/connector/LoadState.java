// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.sharing.Waiting;

/** How far a load has come. */
public sealed interface LoadState {
    /** Nothing was handed over under this order. */
    record NotBegun() implements LoadState {}

    /**
     * The system has it and is not done.
     *
     * @param waiting until when to wait, and why
     */
    record Pending(Waiting waiting) implements LoadState {}

    /** The list is as the load wanted it. */
    record Loaded() implements LoadState {}
}
