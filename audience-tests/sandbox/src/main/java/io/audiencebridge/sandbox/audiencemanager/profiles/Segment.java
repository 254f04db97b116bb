// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

/**
 * A segment.
 *
 * @param sid its number
 * @param rule over traits
 * @param mergeRule the data source that stands for its merge rule; 0 for none
 * @param paused whether it keeps the members it has
 */
public record Segment(long sid, String rule, long mergeRule, boolean paused) {}
