// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;

/** What stands in a parameter such as {@code adobe_mc}: members with bars between them, encoded once or several times. */
final class LinkMembers {
    /** Up to here a number is seconds, until the year 5138; more digits are milliseconds. */
    static final int DIGITS_OF_SECONDS = 11;

    private static final int LONGEST = 4096;

    private LinkMembers() {}

    /** The value of the last parameter of that name in an address, query or fragment, as it stands. */
    static Option<String> find(String name, String text) {
        String start = name + "=";
        for (int at = text.lastIndexOf(start); at >= 0; at = text.lastIndexOf(start, at - 1)) {
            if (at == 0 || "?&#".indexOf(text.charAt(at - 1)) >= 0) {
                return Option.some(text.substring(at + start.length(), end(text, at)));
            }
        }
        return Option.none();
    }

    /** The members of {@code value}, when they are of {@code own} organisation. */
    static Either<Violation, Map<String, String>> read(String name, String value, ImsOrgId own) {
        Option<String> text = value.length() > LONGEST ? Option.none() : Percent.decodeAll(value);
        if (text.isEmpty()) {
            return Either.left(new Violation(
                    name, "is not percent-encoded as a link is, or longer than " + LONGEST + " characters"));
        }
        Map<String, String> members = members(text.get());
        return own.value().equals(members.get("MCORGID"))
                ? Either.right(members)
                : Either.left(new Violation(name, "is not of the organisation " + own));
    }

    static boolean isNumber(String text, int mostDigits) {
        return !text.isEmpty() && text.length() <= mostDigits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Map<String, String> members(String text) {
        Map<String, String> members = new HashMap<>();
        for (String pair : text.split("\\|", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                members.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return members;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '&' && text.charAt(at) != '#') {
            at++;
        }
        return at;
    }
}
