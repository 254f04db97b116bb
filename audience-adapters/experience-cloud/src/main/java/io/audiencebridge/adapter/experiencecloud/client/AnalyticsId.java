// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.vavr.control.Either;
import java.util.regex.Pattern;

/**
 * The id that Adobe Analytics gave a browser: two times 16 hexadecimal digits with a hyphen between them, in the cookie {@code s_vi} and as {@code MCAID}. Prints itself
 * masked.
 *
 * @param text the id, capitals as written
 */
public record AnalyticsId(String text) {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{16}-[0-9A-F]{16}");
    private static final String OPENING = "[CS]v1|";
    private static final String CLOSING = "[CE]";

    /** Reads an id; left when it is none. Lenient reading takes any hexadecimal digits and hyphens. */
    public static Either<Violation, AnalyticsId> parse(String text, Reading reading) {
        boolean isTaken = reading == Reading.STRICT
                ? FORM.matcher(text).matches()
                : VisitorId.parse(text, reading).isRight();
        return isTaken ? Either.right(new AnalyticsId(text)) : Either.left(wrong());
    }

    /** Reads the value of a cookie {@code s_vi}, percent-encoded or not. */
    public static Either<Violation, AnalyticsId> parseCookie(String value, Reading reading) {
        String text = Percent.decodeOrKeep(value);
        int bar = text.indexOf('|');
        int end = text.indexOf('[', Math.max(bar, 0));
        boolean isWhole = text.startsWith(OPENING) && text.endsWith(CLOSING);
        if (bar < 0 || end < bar || (reading == Reading.STRICT && !isWhole)) {
            return Either.left(wrong());
        }
        return parse(text.substring(bar + 1, end), reading);
    }

    /** The value of a cookie {@code s_vi}. */
    public String cookieValue() {
        return OPENING + text + CLOSING;
    }

    @Override
    public String toString() {
        return "AnalyticsId[hidden]";
    }

    private static Violation wrong() {
        return new Violation(
                "analytics id",
                "has two times 16 hexadecimal digits with a hyphen between them, in the cookie s_vi between [CS]v1| and [CE]; this text is something else");
    }
}
