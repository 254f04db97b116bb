// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import java.time.Instant;

/** What there is of a copy of recipients' keys. */
public sealed interface IndexState {
    /**
     * There is one.
     *
     * @param watermark up to where the system's changes are in it
     * @param built when all recipients were read
     * @param refreshed when changes were taken over last; {@code built} if never
     * @param rows keys in it, also those that later changes replaced
     */
    record Kept(String watermark, Instant built, Instant refreshed, long rows) implements IndexState {}

    /** There is none. */
    record Nothing() implements IndexState {}

    /**
     * There is one that cannot be used; it has to be built anew.
     *
     * @param because a sentence without an end, such as {@code it was made with another secret}
     */
    record Unusable(String because) implements IndexState {}
}
