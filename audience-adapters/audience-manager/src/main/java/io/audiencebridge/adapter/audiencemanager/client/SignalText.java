// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.vavr.control.Either;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the items of a row, or says in a sentence why one cannot be written. */
final class SignalText {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,255}");

    /** UNVERIFIED: how a quotation mark inside quotation marks is written, so none is. */
    private static final Pattern UNCARRIABLE = Pattern.compile("[\\p{Cntrl}\"]");

    private static final Pattern ADDRESS = Pattern.compile(".*[^\\s@]@[^\\s@]+.*", Pattern.DOTALL);
    private static final Pattern PHONE = Pattern.compile("\\s*\\+[0-9][0-9 ()./-]{7,}\\s*");
    private static final Set<String> RESERVED = Set.of("d_sid", "d_unsid");

    private SignalText() {}

    static Either<String, String> trait(String verb, long trait) {
        return trait > 0
                ? Either.right(verb + trait)
                : Either.left(trait + " is no trait's number; numbers begin with 1");
    }

    static Either<String, String> code(String code) {
        return CODE.matcher(code).matches()
                ? Either.right("ic=" + code)
                : Either.left(
                        "a code has 1 to 255 letters, digits, points, hyphens and underscores; give the trait another integration code");
    }

    static Either<String, String> pair(String key, String value) {
        if (key.isBlank() || value.isBlank()) {
            return Either.left("a key or value is empty; leave the signal out");
        }
        if (UNCARRIABLE.matcher(key).find() || UNCARRIABLE.matcher(value).find()) {
            return Either.left(
                    "a key or value holds a TAB, a line break, another control character or a quotation mark, which no row can carry; take it out");
        }
        if (key.startsWith("-") || RESERVED.contains(key.strip())) {
            return Either.left(
                    "a key must not begin with - nor be d_sid or d_unsid, which mean something else; rename it");
        }
        return isPersonal(key) || isPersonal(value)
                ? Either.left(
                        "a key or value looks like an e-mail address or a phone number, which must not be sent; leave it out")
                : Either.right("\"" + key + "\"=\"" + value + "\"");
    }

    /** Whether {@code text} looks like an e-mail address or an international phone number. */
    static boolean isPersonal(String text) {
        return ADDRESS.matcher(text).matches() || PHONE.matcher(text).matches();
    }
}
