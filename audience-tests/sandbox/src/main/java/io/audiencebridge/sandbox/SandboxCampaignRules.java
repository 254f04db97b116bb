// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

/**
 * What documents leave open about a Campaign server, so that a client can be tried against each reading.
 *
 * @param strictPaging whether a select with a {@code startLine} above 0 needs an {@code orderBy}; a fault says so if it has none
 * @param wholeCollections whether a collection is written whole or not at all; if not, what was written before a fault stays
 * @param defaultLineCount rows of a select that names no {@code lineCount}: sources say 200 or 10,000
 */
public record SandboxCampaignRules(boolean strictPaging, boolean wholeCollections, int defaultLineCount) {
    private static final int DEFAULT_LINES = 10_000;

    /** The rules to start with: strict, entity by entity, 10,000 rows. */
    public static SandboxCampaignRules standard() {
        return new SandboxCampaignRules(true, false, DEFAULT_LINES);
    }
}
