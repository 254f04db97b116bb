// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.cycle.domain.system;

import io.audiencebridge.architecturetests.violators.cycle.domain.error.Hen;

/** A deliberate violator. */
public record Egg(Hen hen) {}
