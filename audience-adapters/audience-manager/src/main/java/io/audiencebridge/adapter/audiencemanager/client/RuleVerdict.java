// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/**
 * What Audience Manager says about a rule.
 *
 * @param valid whether it takes it
 * @param reason why not, in its own words; empty for a valid one
 */
public record RuleVerdict(boolean valid, String reason) {}
