// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings a plain value into the one form that is hashed (SEMANTICS S18). No document of Adobe's states a rule for phone numbers: ours is a policy.
 *
 * <p>Answers the bytes to hash, or an empty array when the value is invalid.
 */
interface KeyNormaliser {
    /** What an invalid value normalises to. */
    byte[] NOTHING = {};

    byte[] normalise(byte[] text, int from, int to);

    static KeyNormaliser of(KeyContent content) {
        return switch (content) {
            case OPAQUE -> KeyNormaliser::opaque;
            case EMAIL -> KeyNormaliser::email;
            case PHONE -> KeyNormaliser::phone;
        };
    }

    private static byte[] opaque(byte[] text, int from, int to) {
        if (!Utf8.isValid(text, from, to)) {
            return NOTHING;
        }
        String value = Utf8.decoded(text, from, to);
        return value.isBlank() || value.codePoints().anyMatch(Character::isISOControl)
                ? NOTHING
                : value.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] email(byte[] text, int from, int to) {
        if (!Utf8.isValid(text, from, to)) {
            return NOTHING;
        }
        String value = Utf8.decoded(text, from, to).strip().toLowerCase(Locale.ROOT);
        int at = value.indexOf('@');
        boolean sound = at > 0
                && at < value.length() - 1
                && value.indexOf('@', at + 1) < 0
                && value.codePoints().noneMatch(Utf8::whiteSpaceOrControl);
        return sound ? value.getBytes(StandardCharsets.UTF_8) : NOTHING;
    }

    private static byte[] phone(byte[] text, int from, int to) {
        String digits =
                Phone.SEPARATORS.matcher(Utf8.decoded(text, from, to).strip()).replaceAll("");
        return Phone.INTERNATIONAL.matcher(digits).matches() ? digits.getBytes(StandardCharsets.UTF_8) : NOTHING;
    }

    /** The shape of an E.164 number. */
    final class Phone {
        private static final Pattern SEPARATORS = Pattern.compile("[ ().\\-/]");
        private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");

        private Phone() {}
    }
}
