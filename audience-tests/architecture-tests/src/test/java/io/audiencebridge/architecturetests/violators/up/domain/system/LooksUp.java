// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.up.domain.system;

import io.audiencebridge.architecturetests.violators.up.domain.service.Above;

/** A deliberate violator. */
public record LooksUp(Above above) {}
