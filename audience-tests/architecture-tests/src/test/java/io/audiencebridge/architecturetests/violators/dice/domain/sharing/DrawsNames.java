// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.dice.domain.sharing;

import java.util.UUID;

/** A deliberate violator. */
public final class DrawsNames {
    UUID name() {
        return UUID.randomUUID();
    }
}
