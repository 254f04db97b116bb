// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Duration;

/**
 * What a route would take.
 *
 * @param route the route
 * @param calls calls to the system
 * @param rows rows that the system sends
 * @param bytes that travel for them, by a guess at a row's size; 0 where nobody guessed
 * @param time in all
 */
public record RouteEstimate(KeyRoute route, long calls, long rows, long bytes, Duration time) {}
