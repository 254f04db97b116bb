// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/**
 * What a person agreed to, in IAB's Transparency and Consent Framework. Source: Audience Manager, "IAB TCF".
 *
 * @param applies whether European data protection law applies to the person
 * @param text the consent string
 */
public record Consent(boolean applies, String text) {}
