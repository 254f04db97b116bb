// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/**
 * A transformation of one side's keys under which more of them match.
 *
 * @param transformation short and fixed, for programs, such as {@code lower-case-hex}
 * @param seen what is wrong, and on which side, in a sentence
 * @param remedy what to do, in one sentence
 * @param certainty how sure it is
 * @param rate the rate with it, 0 to 1
 */
public record NearMiss(String transformation, String seen, String remedy, Certainty certainty, Interval rate) {}
