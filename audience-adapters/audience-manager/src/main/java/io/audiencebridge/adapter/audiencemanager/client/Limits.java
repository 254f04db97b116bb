// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.util.OptionalLong;

/**
 * How many of a kind an account may have, and has. UNVERIFIED: the names in the answer, so all its numbers are there beside the two.
 *
 * @param most how many there may be; empty where the answer does not say
 * @param used how many there are; empty where the answer does not say
 * @param figures everything that the answer says
 */
public record Limits(OptionalLong most, OptionalLong used, Figures figures) {}
