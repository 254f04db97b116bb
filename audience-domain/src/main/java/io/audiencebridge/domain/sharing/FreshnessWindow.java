// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Instant;

/**
 * When members can be seen (SEMANTICS S22).
 *
 * @param earliest not before; looking earlier is of no use
 * @param expected usually by then
 * @param latest by then, as the documents have it
 * @param late whoever is not seen from then on is late, which is an event and no error
 */
public record FreshnessWindow(Instant earliest, Instant expected, Instant latest, Instant late) {
    /** Whether members that are not seen by {@code now} are late. */
    public boolean isLate(Instant now) {
        return !now.isBefore(late);
    }
}
