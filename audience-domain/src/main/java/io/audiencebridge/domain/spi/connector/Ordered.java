// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import java.time.Instant;

/**
 * An order that a system's workflows took on.
 *
 * @param list the list that it is about
 * @param at when, by the system's own clock, which need not agree with the bridge's
 */
public record Ordered(AudienceRef list, Instant at) {}
