// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.dice.domain.sharing;

import java.util.Random;

/** A deliberate violator. */
public final class RollsDice {
    private final Random dice = new Random();

    int roll() {
        return dice.nextInt();
    }
}
