// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.domain.identity.ReconciliationKey;
import java.util.function.IntFunction;

/**
 * Something that happened to the keys of one side.
 *
 * @param name what happened
 * @param named the transformation that must be named first
 * @param key by what people are matched
 * @param stored what Campaign holds of person number so and so
 * @param sent what Audience Manager has of the same person
 * @param mended the rate that the forecast must think possible once it is mended; what no transformation mends has 1 too, since the ids are the same people's
 */
record Plant(
        String name,
        String named,
        ReconciliationKey key,
        IntFunction<String> stored,
        IntFunction<String> sent,
        double mended) {}
