// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.up.domain.unmapped;

/** A deliberate violator. */
public final class StandsOffTheMap {}
