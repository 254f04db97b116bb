// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.sharing.RunId;

/**
 * Asks to change a list's members by a file.
 *
 * @param run for which run; it names the file, so that a repeat finds what the first attempt handed over
 * @param list which list
 */
public record LoadOrder(RunId run, AudienceRef list) {}
