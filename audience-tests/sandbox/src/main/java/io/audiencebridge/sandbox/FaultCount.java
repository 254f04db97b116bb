// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

/**
 * How often a fault rule in force had something to do.
 *
 * @param rule the rule
 * @param matched how many requests it matched
 * @param fired how many of them it harmed
 */
public record FaultCount(FaultRule rule, int matched, int fired) {}
