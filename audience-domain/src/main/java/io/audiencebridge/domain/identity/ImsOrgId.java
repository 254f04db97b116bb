// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.error.Violation;
import io.vavr.control.Either;
import java.util.regex.Pattern;

/**
 * The id of an Experience Cloud organisation, its suffix {@code @AdobeOrg} included; case matters.
 *
 * <p>Usually 24 characters stand before the suffix, but one of Adobe's own pages prints 23, so the length is not checked.
 *
 * @param value such as {@code 5BFE274A5F6980A50A495C08@AdobeOrg}
 */
public record ImsOrgId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]+@AdobeOrg");

    /** Reads an organisation id; left when the suffix is missing or a character is not a letter or digit. */
    public static Either<Violation, ImsOrgId> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Either.left(new Violation(
                    "organisation id",
                    "'" + text + "' must be letters and digits followed by @AdobeOrg; copy it from the Admin Console"));
        }
        return Either.right(new ImsOrgId(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
