// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.error.Violation;
import io.vavr.control.Either;

/**
 * The customer's own name of a data source, trait or segment, at most 255 characters. Source: Audience Manager, "Create a URL destination".
 *
 * @param value free text, as the customer chose it
 */
public record IntegrationCode(String value) {
    /** The code that Campaign's documentation gives its declared-id data source. */
    public static final IntegrationCode ADOBE_CAMPAIGN_ID = new IntegrationCode("AdobeCampaignID");

    private static final int LONGEST = 255;

    /** Reads a code; left when it is blank, too long or carries a control character. */
    public static Either<Violation, IntegrationCode> parse(String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return Either.left(new Violation(
                    "integration code",
                    "'" + text + "' must have 1 to " + LONGEST + " characters and no control character"));
        }
        return Either.right(new IntegrationCode(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
