// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import java.time.Instant;

/**
 * Who may work on something, and until when.
 *
 * @param subject what must not be done twice at once, such as one list; any text, and no person's id
 * @param holder who works on it; a name that people recognise and nobody else has
 * @param until when it ends unless it is extended; on the business clock of the holder
 */
public record Lease(String subject, String holder, Instant until) {
    /** Whether it holds at {@code now}: a lease of that very moment has ended. */
    public boolean holdsAt(Instant now) {
        return until.isAfter(now);
    }
}
