// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.cycle.domain.error;

import io.audiencebridge.architecturetests.violators.cycle.domain.system.Egg;

/** A deliberate violator. */
public record Hen(Egg egg) {}
