// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.EventSource;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;

/** One complete export of an audience. */
public interface EventExport {
    /**
     * Tells exports apart by their content, never by name or size alone (SEMANTICS S27). Equal content at another time may be another event, since rows seldom have times of
     * their own; whether it is, the connector decides.
     */
    String identity();

    /** Whether who is not in it is not in the audience. */
    boolean isFull();

    /** The time that stands for rows without one, and at which a full export holds (SEMANTICS S25). */
    Instant time();

    /** Names of its files, for receipts. */
    List<String> files();

    /** What the caller should know of it, a sentence each. */
    List<String> notices();

    /** Its events; the reader closes the source. */
    Either<BridgeError, EventSource> open();
}
