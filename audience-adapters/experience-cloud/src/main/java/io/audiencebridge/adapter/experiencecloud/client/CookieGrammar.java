// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The text of an AMCV cookie: {@code [digest|] key[-expiry[s]]|value|...}. Reads in one pass over the tokens. Source: Adobe's visitor library; experience-cloud.md,
 * section 2.7.
 */
final class CookieGrammar {
    /** What the library writes to see whether it can write. */
    private static final String WRITE_TEST = "T";

    /** Browsers keep 4,096 bytes of a cookie; twice that is somebody's mistake or attack. */
    private static final int LONGEST = 8192;

    private static final int MOST_EXPIRY_DIGITS = 11;
    private static final int MOST_ROUNDS = 4;

    private CookieGrammar() {}

    static Either<Violation, VisitorCookie> read(String value, Reading reading) {
        if (reading == Reading.STRICT && value.length() > LONGEST) {
            return Either.left(wrong("has " + value.length() + " characters; browsers keep no more than 4096"));
        }
        Option<String> decoded = decoded(value);
        if (decoded.isEmpty() && reading == Reading.STRICT) {
            return Either.left(wrong("is not percent-encoded as cookies are"));
        }
        String text = decoded.getOrElse(value);
        return text.isEmpty() || text.equals(WRITE_TEST) ? Either.right(VisitorCookie.empty()) : tokens(text, reading);
    }

    /** Once, as browsers send it; again where no bar shows but an encoded one, since some servers before ours encode it another time. */
    private static Option<String> decoded(String value) {
        Option<String> decoded = Percent.decode(value);
        for (int round = 1; round < MOST_ROUNDS && decoded.exists(CookieGrammar::isEncodedStill); round++) {
            decoded = decoded.flatMap(Percent::decode);
        }
        return decoded;
    }

    private static boolean isEncodedStill(String text) {
        return text.indexOf('|') < 0 && (text.contains("%7C") || text.contains("%7c") || text.contains("%25"));
    }

    private static Either<Violation, VisitorCookie> tokens(String text, Reading reading) {
        List<String> tokens = Arrays.asList(text.split("\\|", -1));
        boolean hasDigest = isDigest(tokens.get(0));
        List<String> pairs = hasDigest ? tokens.subList(1, tokens.size()) : tokens;
        List<CookieField> fields = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            Option<CookieField> field = field(pairs.get(i), pairs.get(i + 1));
            if (field.isEmpty()
                    && reading == Reading.STRICT
                    && !pairs.get(i).isEmpty()
                    && !pairs.get(i + 1).isEmpty()) {
                return Either.left(wrong("has a key whose end is no time"));
            }
            field.forEach(fields::add);
        }
        VisitorCookie cookie =
                new VisitorCookie(hasDigest ? digest(tokens.get(0)) : OptionalInt.empty(), Vector.ofAll(fields));
        return reading == Reading.STRICT ? checked(cookie) : Either.right(cookie);
    }

    /** Strictly read, the id must be one, and there may not be two. */
    private static Either<Violation, VisitorCookie> checked(VisitorCookie cookie) {
        Vector<String> ids = cookie.fields()
                .filter(field -> field.name().equals(VisitorCookie.VISITOR_ID))
                .map(CookieField::value)
                .distinct();
        if (ids.size() > 1) {
            return Either.left(wrong("holds " + ids.size() + " different visitor ids"));
        }
        return ids.headOption()
                .filter(id -> !VisitorId.saysOptedOut(id))
                .map(id -> VisitorId.parse(id, Reading.STRICT).map(sound -> cookie))
                .getOrElse(Either.right(cookie));
    }

    private static boolean isDigest(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-');
    }

    private static OptionalInt digest(String token) {
        try {
            return OptionalInt.of(Integer.parseInt(token));
        } catch (NumberFormatException beyond) {
            return OptionalInt.empty();
        }
    }

    private static Option<CookieField> field(String key, String value) {
        int hyphen = key.indexOf('-');
        String name = hyphen < 0 ? key : key.substring(0, hyphen);
        if (name.isEmpty() || value.isEmpty()) {
            return Option.none();
        }
        CookieField.Builder field = CookieField.builder().name(name).value(value);
        return hyphen < 0 ? Option.some(field.build()) : ending(field, key.substring(hyphen + 1));
    }

    private static Option<CookieField> ending(CookieField.Builder field, String end) {
        boolean session = end.endsWith("s");
        String digits = session ? end.substring(0, end.length() - 1) : end;
        boolean isTime = !digits.isEmpty()
                && digits.length() <= MOST_EXPIRY_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isTime
                ? Option.some(field.expires(Instant.ofEpochSecond(Long.parseLong(digits)))
                        .endsWithSession(session)
                        .build())
                : Option.none();
    }

    /** The text before it is percent-encoded. */
    static String text(VisitorCookie cookie) {
        StringBuilder text = new StringBuilder();
        cookie.digest().ifPresent(digest -> text.append(digest).append('|'));
        return text.append(cookie.fields()
                        .filter(CookieGrammar::isWritable)
                        .map(field -> key(field) + "|" + field.value())
                        .mkString("|"))
                .toString();
    }

    private static String key(CookieField field) {
        String end = field.expires()
                .map(time -> "-" + time.getEpochSecond() + (field.endsWithSession() ? "s" : ""))
                .orElse("");
        return field.name() + end;
    }

    /** A bar inside a field would become two fields. */
    private static boolean isWritable(CookieField field) {
        boolean isPlainName = !field.name().isEmpty() && field.name().chars().noneMatch(c -> c == '|' || c == '-');
        return isPlainName && !field.value().isEmpty() && field.value().indexOf('|') < 0;
    }

    private static Violation wrong(String why) {
        return new Violation("AMCV cookie", why + "; read it leniently, or treat the visitor as unknown");
    }
}
