// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.sharing.Waiting;

/** Extracted keys, or the reason why they cannot be read yet. */
public sealed interface KeyFeed {
    /**
     * All keys, as {@link KeyReader} gives them.
     *
     * @param keys the reader closes it
     */
    record Ready(KeySource keys) implements KeyFeed {}

    /**
     * The system is at work on it.
     *
     * @param waiting until when to wait, and why
     */
    record NotYet(Waiting waiting) implements KeyFeed {}
}
