// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Duration;

/**
 * What a route would take.
 *
 * @param route the route
 * @param calls calls to the system
 * @param rows rows that the system sends
 * @param time in all
 */
public record RouteEstimate(KeyRoute route, long calls, long rows, Duration time) {}
